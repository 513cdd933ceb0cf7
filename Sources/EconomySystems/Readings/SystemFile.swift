/// A file of an invoice or an entry, with its content.
package struct SystemFile: Hashable, Sendable {
  package var name: String
  package var data: [UInt8]

  package init(name: String, data: [UInt8]) {
    self.name = name
    self.data = data
  }
}
