/// The attributes of one start tag, without its namespace declarations, in document order.
///
/// Values are normalised as XML 1.0 §3.3.3 says: references resolved, a tab or line feed written
/// as itself a space.
@safe
package struct XMLAttributes: ~Copyable {
  // Five pointers an attribute, as startElementNs of SAX2 hands them over: local name, prefix,
  // namespace, first byte of the value, end of the value. They hold while the event does.
  private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  package let count: Int

  init(_ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    unsafe self.fields = unsafe fields
    self.count = unsafe fields == nil ? 0 : count
  }

  /// The value of the attribute that is in no namespace.
  package subscript(localName: StaticString) -> String? {
    withValue(of: localName) { $0.string }
  }

  /// The value of the attribute, nil when there is none; `""` is no namespace.
  package func value(of localName: StaticString, in namespace: StaticString) -> String? {
    withValue(of: localName, in: namespace) { $0.string }
  }

  /// Hands the value over without making a String; nil, and no call, when there is no attribute.
  package func withValue<Result>(
    of localName: StaticString, in namespace: StaticString = "",
    _ body: (borrowing XMLBytes) throws -> Result
  ) rethrows -> Result? {
    for index in 0..<count {
      let name = unsafe XMLBytes(terminated: field(index, 0))
      guard name == localName else { continue }
      let home = unsafe XMLBytes(terminated: field(index, 2))
      guard home == namespace else { continue }
      return try withValue(at: index, body)
    }
    return nil
  }

  /// Calls `body` with local name, namespace and value of each.
  package func visit(
    _ body: (borrowing XMLBytes, borrowing XMLBytes, borrowing XMLBytes) throws -> Void
  ) rethrows {
    for index in 0..<count {
      let name = unsafe XMLBytes(terminated: field(index, 0))
      let namespace = unsafe XMLBytes(terminated: field(index, 2))
      try withValue(at: index) { try body(name, namespace, $0) }
    }
  }

  private func field(_ index: Int, _ part: Int) -> UnsafePointer<UInt8>? {
    unsafe fields?[index * 5 + part]
  }

  private func withValue<Result>(
    at index: Int, _ body: (borrowing XMLBytes) throws -> Result
  ) rethrows -> Result {
    guard let start = unsafe field(index, 3), let end = unsafe field(index, 4) else {
      return try body(unsafe XMLBytes(nil, count: 0))
    }
    let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
    guard unsafe value.contains(UInt8(ascii: "&")) else {
      return try body(unsafe XMLBytes(start, count: value.count))
    }
    let plain = unsafe Self.withAmpersands(value)
    return try unsafe plain.withUnsafeBufferPointer {
      try unsafe body(XMLBytes($0.baseAddress, count: $0.count))
    }
  }

  /// As long as it is not told to replace entities, libxml2 hands an ampersand in a value over as
  /// `&#38;` (xmlParseAttValueComplex), and no other reference.
  private static func withAmpersands(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let escaped = Array("&#38;".utf8)
    var plain: [UInt8] = []
    var rest = unsafe value[...]
    while let byte = unsafe rest.first {
      plain.append(byte)
      unsafe rest = unsafe rest.dropFirst(rest.starts(with: escaped) ? escaped.count : 1)
    }
    return plain
  }
}
