/// A text that ends in three digits, as most ids and invoice numbers do: what stands before them,
/// and the number that they are.
struct SerialText: Sendable {
  let prefix: SerialPrefix
  /// Below a thousand.
  let number: UInt32

  /// The text that stands there, or nil where it is no such, or longer than 19 bytes.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, in range: Range<UInt32>) {
    let (start, end) = (Int(range.lowerBound), Int(range.upperBound))
    let length = end &- start &- 3
    guard length >= 0, length <= 16 else { return nil }
    if start >= 16 {
      guard let number = Self.number(bytes.halfWord(at: end &- 4) >> 8) else { return nil }
      self.number = number
      prefix = SerialPrefix(
        high: bytes.word(at: end &- 11), low: bytes.word(at: end &- 19), length: length)
    } else {
      var digits: UInt32 = 0
      for i in 0..<3 { digits |= UInt32(bytes[end - 3 + i]) << (8 * UInt32(i)) }
      guard let number = Self.number(digits) else { return nil }
      self.number = number
      var words: (high: UInt64, low: UInt64) = (0, 0)
      for i in start..<end - 3 {
        words.low = words.low >> 8 | words.high << 56
        words.high = words.high >> 8 | UInt64(bytes[i]) << 56
      }
      prefix = SerialPrefix(high: words.high, low: words.low, length: length)
    }
  }

  /// The number that three digits are, the first in the lowest byte.
  @inline(__always)
  private static func number(_ digits: UInt32) -> UInt32? {
    guard digits & 0xf0_f0f0 == 0x30_3030, (digits &+ 0x06_0606) & 0xf0_f0f0 == 0x30_3030 else {
      return nil
    }
    return (digits & 15) &* 100 &+ (digits >> 8 & 15) &* 10 &+ (digits >> 16 & 15)
  }
}
