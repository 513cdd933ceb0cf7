/// Texts at the end of a buffer, as UTF-8, without a string between.
extension Array where Element == UInt8 {
  package mutating func append(_ bytes: Span<UInt8>) {
    // The buffer pointer lives no longer than the span that it is of.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  package mutating func append(literal: StaticString) {
    // The literal's storage is static and as long as its count says.
    unsafe append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) { append(text.utf8.span) }

  /// The 16 lower-case hex digits of a number.
  package mutating func append(hexDigitsOf number: UInt64) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
      append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
    }
  }

  /// The digits of a number, the last `decimals` of them behind a point, with zeros before them
  /// where there are fewer.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(
    digitsOf number: Number, decimals: Int, isNegative: Bool
  ) {
    let start = count
    var rest = number
    var written = 0
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      append(UInt8(truncatingIfNeeded: digit) + UInt8(ascii: "0"))
      rest = quotient
      written += 1
      if written == decimals { append(UInt8(ascii: ".")) }
    } while rest > 0 || written <= decimals
    if isNegative { append(UInt8(ascii: "-")) }
    var (low, high) = (start, count - 1)
    while low < high {
      swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
