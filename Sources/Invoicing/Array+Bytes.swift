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
    append(addingCapacity: 16) { digits in
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15
        digits.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
      }
    }
  }

  /// The digits of a number, the last `decimals` of them behind a point, with zeros before them
  /// where there are fewer; the number has at most 128 bits, and fewer decimals than 39.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(
    digitsOf number: Number, decimals: Int, isNegative: Bool
  ) {
    // The 39 digits of 128 bits, the point and the sign; they are found from the last one on.
    var digits = InlineArray<41, UInt8>(repeating: 0)
    var first = digits.count
    func put(_ byte: UInt8) {
      first -= 1
      digits[first] = byte
    }
    var rest = number
    var written = 0
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      put(UInt8(truncatingIfNeeded: digit) + UInt8(ascii: "0"))
      rest = quotient
      written += 1
      if written == decimals { put(UInt8(ascii: ".")) }
    } while rest > 0 || written <= decimals
    if isNegative { put(UInt8(ascii: "-")) }
    append(addingCapacity: digits.count - first) { bytes in
      for place in first..<digits.count { bytes.append(digits[place]) }
    }
  }
}
