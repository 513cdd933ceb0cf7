internal import Invoicing
internal import XML

/// How long a text may get in `report.xml`; a longer one is cut, and ends with `…`.
///
/// So no input makes a report that a reader with limits (`XMLLimits`) refuses: ten texts in a tag
/// at most, six bytes for an escaped one, stay below a quarter of a megabyte.
enum TextLimit {
  /// Bytes of an attribute, in UTF-8.
  static let attribute = 4000
  /// Bytes of a cause, whose facts stand in the evidence too.
  static let cause = 1_000_000
}

extension XMLWriter {
  /// A text that comes from the books.
  mutating func attribute(_ name: StaticString, text: String) throws(XMLWriteError) {
    try attribute(name, text.cut(to: TextLimit.attribute))
  }

  /// The same, as bytes.
  mutating func attribute(_ name: StaticString, text: Span<UInt8>) throws(XMLWriteError) {
    if text.count <= TextLimit.attribute {
      try attribute(name, utf8: text)
    } else {
      try attribute(name, utf8: text.cut(to: TextLimit.attribute).span)
    }
  }

  /// The same; what the books do not have is left out.
  mutating func attribute(_ name: StaticString, ifAny text: Span<UInt8>) throws(XMLWriteError) {
    if !text.isEmpty { try attribute(name, text: text) }
  }

  /// A word of a closed set.
  mutating func attribute(_ name: StaticString, _ word: some CodedWord) throws(XMLWriteError) {
    try attribute(name, utf8: word.word)
  }

  /// Text of the element that is open, so many bytes of it.
  mutating func text(_ text: Span<UInt8>, cutTo bytes: Int) throws(XMLWriteError) {
    if text.count <= bytes {
      try self.text(utf8: text)
    } else {
      try self.text(utf8: text.cut(to: bytes).span)
    }
  }

  /// The same; what the books do not have is left out.
  mutating func attribute(
    _ name: StaticString, ifAny text: String
  ) throws(XMLWriteError) {
    if !text.isEmpty { try attribute(name, text: text) }
  }

  mutating func attribute(_ name: StaticString, count: Int) throws(XMLWriteError) {
    try attribute(name, String(count))
  }

  /// Minor units as a decimal.
  mutating func attribute(
    _ name: StaticString, _ minorUnits: Int128, _ currency: Currency
  ) throws(XMLWriteError) {
    try attribute(name, Money.decimal(minorUnits, decimals: currency.decimals))
  }
}

extension String {
  /// The text, or as many of its characters as so many bytes of UTF-8 hold, and `…`.
  func cut(to bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    return String(decoding: utf8.span.cut(to: bytes), as: UTF8.self)
  }
}

extension Span where Element == UInt8 {
  /// As many characters of UTF-8 as so many bytes hold, and `…`; there are more bytes than that.
  fileprivate func cut(to bytes: Int) -> [UInt8] {
    var end = bytes
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    var cut: [UInt8] = []
    cut.append(extracting(0..<end))
    cut.append(literal: "…")
    return cut
  }
}
