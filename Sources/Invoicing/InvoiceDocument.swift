/// An e-invoice that a row was read from.
package struct InvoiceDocument: Equatable, Sendable {
  /// The path inside the extract, as the row has it.
  package var path: String
  /// SHA-256 of the file's bytes, as hex digits.
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
