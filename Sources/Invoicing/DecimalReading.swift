/// Reads decimals as the extract writes them: a sign, digits, at most one `.`.
package enum DecimalReading {
  /// Amounts and all other decimals are smaller than this many of their smallest units.
  package static let limit: Int64 = 1_000_000_000_000_000

  /// The number in units of 10^-`decimals`; zeros beyond those places do no harm.
  package static func read(_ bytes: Span<UInt8>, decimals: Int) throws(DecimalFault) -> Int64 {
    if let number = readPlain(bytes, decimals: decimals) { return number }
    return try readAny(bytes, decimals: decimals)
  }

  /// The amount of two decimals that stands there, as most do: behind a sign or none up to eight
  /// digits, a point and two more; nil: look closer.
  @inline(__always)
  package static func cents(_ bytes: Span<UInt8>, in range: Range<UInt32>) -> Int64? {
    let (start, end) = (Int(range.lowerBound), Int(range.upperBound))
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let digits = end &- 3 &- start &- (isNegative ? 1 : 0)
    guard digits > 0, digits <= 8, end >= 11 else { return nil }
    // Before the number stands what is not its own: zeros take its place.
    let own = UInt64.max &<< UInt64(64 &- 8 &* digits)
    let tail = bytes.halfWord(at: end &- 4) >> 8
    guard tail & 0xff == UInt8(ascii: "."),
      let whole = EightDigits(bytes.word(at: end &- 11) & own | EightDigits.zeros & ~own),
      let cents = EightDigits(
        UInt64(tail) << 40 & 0xffff_0000_0000_0000 | EightDigits.zeros >> 16)
    else { return nil }
    let value = Int64(whole.number) &* 100 &+ Int64(cents[3])
    return isNegative ? 0 &- value : value
  }

  /// A number that is as most are: short, and without more decimals than it may have; nil: look
  /// closer.
  @inline(__always)
  private static func readPlain(_ bytes: Span<UInt8>, decimals: Int) -> Int64? {
    let count = bytes.count
    // So many digits and four decimals more stay below 2^63.
    guard count > 0, count <= 14, decimals <= 4 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var value: Int64 = 0
    var point = count
    for i in start..<count {
      let digit = bytes[i] &- 48
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
      } else if bytes[i] == UInt8(ascii: "."), point == count {
        point = i
      } else {
        return nil
      }
    }
    let places = max(count - 1 - point, 0)
    // A point at either end, or no digit at all.
    guard point > start, point != count - 1, places <= decimals else { return nil }
    for _ in places..<decimals { value &*= 10 }
    guard value < limit else { return nil }
    return isNegative ? -value : value
  }

  private static func readAny(
    _ bytes: Span<UInt8>, decimals: Int
  ) throws(DecimalFault) -> Int64 {
    var i = 0
    var negative = false
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
      negative = bytes[i] == UInt8(ascii: "-")
      i += 1
    }
    var value: Int64 = 0
    var places = -1
    var digits = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == UInt8(ascii: "."), places < 0 {
        places = 0
        continue
      }
      let digit = byte &- 48
      guard digit < 10 else { throw .notANumber }
      digits += 1
      if places >= 0 {
        places += 1
        if places > decimals {
          guard digit == 0 else { throw fault(.tooManyDecimals, ifDigitsFollow: bytes, from: i) }
          continue
        }
      }
      guard value < limit else { throw fault(.tooLarge, ifDigitsFollow: bytes, from: i) }
      value = value * 10 + Int64(digit)
    }
    guard digits > 0, places != 0 else { throw .notANumber }
    value = try scaled(value, by: decimals - max(places, 0))
    return negative ? -value : value
  }

  /// The number with so many zeros behind it.
  private static func scaled(_ number: Int64, by zeros: Int) throws(DecimalFault) -> Int64 {
    var value = number
    // Of a number with more decimals than asked for, all of them zeros, there are none to add.
    for _ in 0..<max(zeros, 0) {
      guard value < limit else { throw .tooLarge }
      value *= 10
    }
    guard value < limit else { throw .tooLarge }
    return value
  }

  /// A number can be too long only if it is one: digits follow, and one `.` at most in all.
  private static func fault(
    _ fault: DecimalFault, ifDigitsFollow bytes: Span<UInt8>, from start: Int
  ) -> DecimalFault {
    var hasPoint = false
    for i in 0..<start where bytes[i] == UInt8(ascii: ".") { hasPoint = true }
    for i in start..<bytes.count where bytes[i] &- 48 > 9 {
      if bytes[i] != UInt8(ascii: ".") || hasPoint || i + 1 == bytes.count { return .notANumber }
      hasPoint = true
    }
    return fault
  }
}
