/// A date of the Gregorian calendar, as a number of days since 1970-01-01.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let days: Int32

  @inlinable package init(days: Int32) { self.days = days }

  /// The date, or nil where the calendar has none such; years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard let year = UInt32(exactly: year), let month = UInt32(exactly: month),
      let day = UInt32(exactly: day)
    else { return nil }
    self.init(year, month, day)
  }

  /// The date written `YYYY-MM-DD`, or nil.
  package init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 10 else { return nil }
    self.init(bytes, at: 0)
  }

  /// The date written in ten bytes, or nil.
  @inline(__always)
  package init?(_ bytes: Span<UInt8>, at place: Int) {
    let (first, last) = (bytes.word(at: place), bytes.word(at: place &+ 2))
    guard first & 0xff00_00ff_0000_0000 == 0x2d00_002d_0000_0000,
      let digits = EightDigits(
        first & 0xffff_ffff | first >> 8 & 0xffff_0000_0000 | last & 0xffff_0000_0000_0000)
    else { return nil }
    self.init(digits[0] &* 100 &+ digits[1], digits[2], digits[3])
  }

  @inline(__always)
  private init?(_ year: UInt32, _ month: UInt32, _ day: UInt32) {
    guard year &- 1 < 9999, month &- 1 < 12,
      day &- 1 < 28 || day > 0 && day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, the year begun in March.
    let y = month <= 2 ? year &- 1 : year
    let century = y / 100
    let dayOfYear = (153 &* (month <= 2 ? month &+ 9 : month &- 3) &+ 2) / 5 &+ day &- 1
    let days = y &* 365 &+ y / 4 &- century &+ century / 4 &+ dayOfYear
    self.days = Int32(truncatingIfNeeded: days) &- 719_468
  }

  /// Year, month and day.
  package var components: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Days from another date to this one.
  package func days(since other: Self) -> Int { Int(days) - Int(other.days) }

  /// The date so many days later.
  package func adding(days more: Int) -> Self { Self(days: days + Int32(more)) }

  package static func < (a: Self, b: Self) -> Bool { a.days < b.days }

  private static func length(ofMonth month: UInt32, year: UInt32) -> UInt32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    String(decoding: text, as: UTF8.self)
  }

  /// The ten bytes of `YYYY-MM-DD`.
  package var text: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    append(to: &bytes)
    return bytes
  }

  /// Appends the ten bytes of `YYYY-MM-DD`.
  package func append(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 10) { append(to: &$0) }
  }

  func append(to bytes: inout OutputSpan<UInt8>) {
    let (year, month, day) = components
    bytes.append(twoDigits: year / 100)
    bytes.append(twoDigits: year % 100)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: month)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: day)
  }
}

extension Span where Element == UInt8 {
  /// The number that so many ASCII digits make, or nil.
  @inline(__always)
  func number(_ start: Int, _ count: Int) -> Int? {
    var value = 0
    for i in start..<start + count {
      let digit = self[i] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}

extension OutputSpan<UInt8> {
  /// Appends a number below 100.
  mutating func append(twoDigits number: Int) {
    append(UInt8(truncatingIfNeeded: number / 10 % 10) + 48)
    append(UInt8(truncatingIfNeeded: number % 10) + 48)
  }
}
