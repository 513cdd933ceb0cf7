/// The words of a reference that may be an invoice's number.
///
/// Words are split at all but letters and digits of any script, `-`, `_`, `/` and `.`, and lose
/// such signs at their ends (`findings.md`, Links, step 2 b).
enum ReferenceWords {
  /// Calls with the place of each word in the bytes, which are UTF-8.
  static func forEach(_ bytes: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    var i = 0
    while i < bytes.count {
      let (isPart, width) = classify(bytes, at: i)
      if !isPart {
        report(bytes, start..<i, body)
        start = i + width
      }
      i += width
    }
    report(bytes, start..<bytes.count, body)
  }

  private static func report(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSign(bytes[start]) { start += 1 }
    while end > start, isSign(bytes[end - 1]) { end -= 1 }
    if start < end { body(start..<end) }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// Whether the character here is part of a word, and how many bytes it has.
  private static func classify(_ bytes: Span<UInt8>, at i: Int) -> (isPart: Bool, width: Int) {
    let byte = bytes[i]
    if byte < 0x80 {
      let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
      return (isLetter || byte &- 48 < 10 || isSign(byte), 1)
    }
    let width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    guard i + width <= bytes.count else { return (false, 1) }
    var value = UInt32(byte) & (0x7f >> UInt32(width))
    for k in 1..<width { value = value << 6 | UInt32(bytes[i + k] & 0x3f) }
    guard let scalar = Unicode.Scalar(value) else { return (false, width) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return (true, width)
    default: return (false, width)
    }
  }
}
