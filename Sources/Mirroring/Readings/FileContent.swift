package import Invoicing

/// A file of an invoice or an entry, with its content.
package struct FileContent: Hashable, Sendable {
  package var name: String
  /// 64 hexadecimal digits, small letters.
  package var sha256: String
  package var data: [UInt8]

  package init(name: String, sha256: String, data: [UInt8]) {
    self.name = name
    self.sha256 = sha256
    self.data = data
  }

  package var attachment: Attachment {
    Attachment(name: name, sha256: sha256, bytes: data.count)
  }
}
