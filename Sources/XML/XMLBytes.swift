internal import CLibXML2

/// A piece of a document, in UTF-8, that is there only while an event is being handled.
///
/// It cannot be copied, and handlers only borrow it, so it cannot outlive the event. Comparing
/// allocates nothing; `string` does.
@safe
package struct XMLBytes: ~Copyable {
  // Holds because libxml2 keeps the bytes until the callback returns, and a borrower cannot keep
  // this value beyond that.
  private let start: UnsafePointer<UInt8>?
  package let count: Int

  init(_ start: UnsafePointer<UInt8>?, count: Int) {
    unsafe self.start = unsafe start
    self.count = unsafe start == nil ? 0 : count
  }

  /// Of a text that ends with a NUL; nil is the empty text.
  init(terminated start: UnsafePointer<UInt8>?) {
    unsafe self.start = unsafe start
    self.count = unsafe mirror_xml_length(start)
  }

  package var isEmpty: Bool { count == 0 }

  package var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package static func == (bytes: borrowing XMLBytes, literal: StaticString) -> Bool {
    guard bytes.count == literal.utf8CodeUnitCount else { return false }
    guard let start = unsafe bytes.start else { return true }
    return unsafe memcmp(start, literal.utf8Start, bytes.count) == 0
  }

  package static func != (bytes: borrowing XMLBytes, literal: StaticString) -> Bool {
    !(bytes == literal)
  }

  package func append(to buffer: inout [UInt8]) {
    unsafe buffer.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  package func withUTF8<Result>(
    _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try unsafe body(UnsafeBufferPointer(start: start, count: count).span)
  }
}
