/// How far the reading of an extract has come.
package struct ReadingProgress: Equatable, Sendable {
  /// The file that is being read.
  package let file: String
  /// Bytes read so far, of all files.
  package let bytesRead: Int
  /// Bytes of all files.
  package let bytesInAll: Int
}
