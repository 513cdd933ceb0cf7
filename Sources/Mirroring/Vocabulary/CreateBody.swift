/// The bytes of a create as they go over the wire, and of what kind they are.
package struct CreateBody: Hashable, Sendable {
  package var bytes: [UInt8]
  /// As `application/xml`.
  package var contentType: String

  package init(bytes: [UInt8], contentType: String) {
    self.bytes = bytes
    self.contentType = contentType
  }
}
