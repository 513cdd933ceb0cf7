/// One file that books were read from, as reports name it: by name and digest, never by path.
package struct ExtractInput: Equatable, Sendable {
  package var file: ExtractFile
  /// SHA-256 of the file's bytes, as hex digits.
  package var sha256: String
  /// Data rows read, those set aside included.
  package var rows: Int
  /// Rows set aside by `--quarantine`.
  package var rejected: Int
  /// Columns that nobody reads; one of them may be a misspelt one.
  package var ignoredColumns: [String]

  package init(
    file: ExtractFile, sha256: String, rows: Int, rejected: Int, ignoredColumns: [String]
  ) {
    self.file = file
    self.sha256 = sha256
    self.rows = rows
    self.rejected = rejected
    self.ignoredColumns = ignoredColumns
  }
}
