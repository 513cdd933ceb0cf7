/// A file on an invoice or an entry: `files/file`.
package struct APIFile: Hashable, Sendable {
  package var filename: String = ""
  /// Nil where the list was asked to leave the content out (`ignoreFiles`).
  package var data: [UInt8]?

  package init() {}

  package init(filename: String, data: [UInt8]?) {
    self.filename = filename
    self.data = data
  }
}

extension APIFile: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("filename", .text, \.filename),
    .leaf("data", .hexadecimal, \.data),
  ])
}
