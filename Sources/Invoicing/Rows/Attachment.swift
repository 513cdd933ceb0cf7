/// A file on an invoice, a receipt say: a row of `attachments.csv`, its invoice aside.
package struct Attachment: Hashable, Sendable {
  package var name: String
  /// 64 hexadecimal digits, small letters.
  package var sha256: String
  package var bytes: Int?

  package init(name: String, sha256: String, bytes: Int?) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
  }
}
