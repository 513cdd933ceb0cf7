/// A moment in UTC, to the microsecond.
package struct Moment: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  package let microseconds: Int64

  @inlinable package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The moment written `YYYY-MM-DDTHH:MM:SSZ`, or nil.
  ///
  /// The seconds may have up to nine decimals, of which a microsecond is kept; instead of `Z` an
  /// offset `±HH:MM` may stand.
  package init?(_ bytes: Span<UInt8>) {
    if let moment = Self.plain(bytes) {
      self = moment
      return
    }
    guard bytes.count >= 20, let date = CalendarDate(bytes.extracting(0..<10)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let hour = bytes.number(11, 2), let minute = bytes.number(14, 2),
      let second = bytes.number(17, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    var i = 19
    var fraction = 0
    if bytes[i] == UInt8(ascii: ".") {
      i += 1
      let start = i
      var unit = 100_000
      while i < bytes.count, bytes[i] &- 48 < 10 {
        fraction += Int(bytes[i] - 48) * unit
        unit /= 10
        i += 1
      }
      guard i > start, i - start <= 9 else { return nil }
    }
    guard let offset = Self.offset(bytes, from: i) else { return nil }
    let seconds = Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    guard Self.years.contains(seconds) else { return nil }
    microseconds = seconds * 1_000_000 + Int64(fraction)
  }

  /// A moment in whole seconds of UTC, as most are; nil: look closer.
  @inline(__always)
  private static func plain(_ bytes: Span<UInt8>) -> Self? {
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      let date = CalendarDate(bytes, at: 0)
    else { return nil }
    // HH:MM:SS, and two zeros behind it.
    let time = bytes.word(at: 11)
    guard time & 0x0000_ff00_00ff_0000 == 0x0000_3a00_003a_0000,
      let digits = EightDigits(
        time & 0xffff | time >> 8 & 0xffff_0000 | time >> 16 & 0xffff_0000_0000
          | EightDigits.zeros & 0xffff_0000_0000_0000),
      digits[0] < 24, digits[1] < 60, digits[2] < 60
    else { return nil }
    let seconds = Int64(digits[0] &* 3600 &+ digits[1] &* 60 &+ digits[2])
    return Self(microseconds: (Int64(date.days) &* 86_400 &+ seconds) &* 1_000_000)
  }

  /// Seconds of the years 1 to 9999 in UTC, which an offset can leave.
  private static let years: Range<Int64> = -62_135_596_800..<253_402_300_800

  /// The calendar date in UTC.
  package var date: CalendarDate {
    CalendarDate(days: Int32(microseconds.floorDivided(by: 86_400_000_000)))
  }

  /// The moment so many microseconds later.
  package func adding(microseconds more: Int64) -> Self {
    Self(microseconds: microseconds + more)
  }

  package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  /// Seconds east of UTC.
  private static func offset(_ bytes: Span<UInt8>, from i: Int) -> Int? {
    if i + 1 == bytes.count { return bytes[i] == UInt8(ascii: "Z") ? 0 : nil }
    guard i + 6 == bytes.count, bytes[i + 3] == UInt8(ascii: ":"),
      let hours = bytes.number(i + 1, 2), let minutes = bytes.number(i + 4, 2),
      hours < 24, minutes < 60
    else { return nil }
    switch bytes[i] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }
}

extension Moment: CustomStringConvertible {
  /// `YYYY-MM-DDTHH:MM:SSZ`, with the fraction of a second where there is one.
  package var description: String { String(decoding: text, as: UTF8.self) }

  /// The bytes of the description.
  package var text: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(27)
    append(to: &bytes)
    return bytes
  }

  /// Appends the bytes of the description.
  package func append(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 27) { append(to: &$0) }
  }

  private func append(to bytes: inout OutputSpan<UInt8>) {
    let date = self.date
    let rest = microseconds - Int64(date.days) * 86_400_000_000
    let seconds = Int(rest / 1_000_000)
    let fraction = Int(rest % 1_000_000)
    date.append(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(twoDigits: seconds / 3600)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(twoDigits: seconds / 60 % 60)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(twoDigits: seconds % 60)
    if fraction > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(twoDigits: fraction / 10_000)
      bytes.append(twoDigits: fraction / 100 % 100)
      bytes.append(twoDigits: fraction % 100)
      while bytes.span[bytes.count - 1] == UInt8(ascii: "0") { _ = bytes.removeLast() }
    }
    bytes.append(UInt8(ascii: "Z"))
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity.
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
