/// A date of the Gregorian calendar, as a number of days since 1970-01-01.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let days: Int32

  @inlinable package init(days: Int32) { self.days = days }

  /// The date, or nil where the calendar has none such; years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, era by era of 400 years, the year begun in March.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The date written `YYYY-MM-DD`, or nil.
  package init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.number(0, 4), let month = bytes.number(5, 2), let day = bytes.number(8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
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

  private static func length(ofMonth month: Int, year: Int) -> Int {
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
