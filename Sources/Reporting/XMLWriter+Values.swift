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

  /// The same; what the books do not have is left out.
  mutating func attribute(
    _ name: StaticString, ifAny text: String
  ) throws(XMLWriteError) {
    if !text.isEmpty { try attribute(name, text: text) }
  }

  mutating func attribute(_ name: StaticString, count: some BinaryInteger) throws(XMLWriteError) {
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
    var end = utf8.index(startIndex, offsetBy: bytes)
    while String.Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(unicodeScalars[..<end]) + "…"
  }
}
