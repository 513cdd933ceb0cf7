internal import Invoicing

/// Words one after the other, each known by its place.
package struct WordBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  var end: Int { bytes.count }

  package subscript(place: Range<Int>) -> Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { bytes.span.extracting(place) }
  }

  func string(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }

  /// Makes room for so many bytes more.
  mutating func reserve(_ more: Int) { bytes.reserveCapacity(bytes.count + more) }

  @discardableResult
  mutating func add(_ text: Text, of books: Books) -> Range<Int> {
    add { books.texts.append(text, to: &$0) }
  }

  @discardableResult
  mutating func add(_ literal: StaticString) -> Range<Int> { add { $0.append(literal: literal) } }

  @discardableResult
  mutating func add(string: String) -> Range<Int> { add { $0.append(string) } }

  @discardableResult
  mutating func add(_ date: CalendarDate) -> Range<Int> { add { date.append(to: &$0) } }

  @discardableResult
  mutating func add(_ moment: Moment) -> Range<Int> { add { moment.append(to: &$0) } }

  mutating func add(_ currency: Currency) -> Range<Int> { add { currency.append(to: &$0) } }

  mutating func add(number: Int) -> Range<Int> {
    add { Money.append(Int128(number), decimals: 0, to: &$0) }
  }

  /// Minor units as a decimal.
  @discardableResult
  mutating func add(_ minorUnits: Int128, _ currency: Currency) -> Range<Int> {
    add { Money.append(minorUnits, decimals: currency.decimals, to: &$0) }
  }

  /// 16 hex digits.
  mutating func add(hexDigitsOf number: UInt64) -> Range<Int> {
    add { $0.append(hexDigitsOf: number) }
  }

  @inline(__always)
  private mutating func add(_ body: (inout [UInt8]) -> Void) -> Range<Int> {
    let start = bytes.count
    body(&bytes)
    return start..<bytes.count
  }
}
