/// A row that `--quarantine` set aside.
package struct RejectedRow: Equatable, Sendable {
  package var file: ExtractFile
  /// The line in the file on which the row begins; the header is on line 1.
  package var line: Int
  /// The column at fault; empty where the row as a whole is.
  package var column: String
  package var reason: String
  /// The row's bytes as they stand, bad UTF-8 replaced.
  package var raw: String

  package init(file: ExtractFile, line: Int, column: String, reason: String, raw: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }
}
