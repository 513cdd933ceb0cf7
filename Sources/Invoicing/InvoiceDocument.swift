internal import Digests

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

extension InvoiceDocument {
  /// One digest for all of them: SHA-256 over the lines that `sha256sum` prints for them, in the
  /// order given.
  package static func digest(of documents: [Self]) -> String {
    var digest = SHA256Digest()
    for document in documents {
      digest.update(Array("\(document.sha256)  \(document.path)\n".utf8))
    }
    return digest.hexDigits()
  }
}
