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
      // UInt8 has no padding, so the raw bytes are all there; any of them are a number, and the
      // span checks that they are its own.
      let raw = unsafe bytes.bytes
      let digits = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end &- 4, as: UInt32.self)
      guard let number = Self.number(UInt32(littleEndian: digits) >> 8) else { return nil }
      self.number = number
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end &- 11, as: UInt64.self)
      let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end &- 19, as: UInt64.self)
      prefix = SerialPrefix(
        high: UInt64(littleEndian: high), low: UInt64(littleEndian: low), length: length)
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
