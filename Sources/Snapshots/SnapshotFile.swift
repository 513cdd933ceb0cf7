/// A snapshot that was written.
package struct SnapshotFile: Equatable, Sendable {
  package var header: SnapshotHeader
  /// Its folder and name.
  package var path: String
  /// SHA-256 of its bytes, as 64 lower-case hex digits.
  package var fileDigest: String
}
