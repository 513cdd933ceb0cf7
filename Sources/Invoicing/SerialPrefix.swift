/// Up to sixteen bytes that texts begin with.
package struct SerialPrefix: Equatable, Sendable {
  /// The last eight of them, the last in the highest byte; zero where there are none.
  private let high: UInt64
  /// Those before.
  private let low: UInt64
  private let length: UInt32

  /// Of words that hold more, the last bytes are taken.
  @inline(__always)
  init(high: UInt64, low: UInt64, length: Int) {
    self.high = high & Self.last(length)
    self.low = low & Self.last(length &- 8)
    self.length = UInt32(truncatingIfNeeded: length)
  }

  /// Without a branch between the comparisons.
  @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    (a.high ^ b.high) | (a.low ^ b.low) | UInt64(a.length ^ b.length) == 0
  }

  /// Well mixed, the same in every run.
  @inline(__always)
  var hash: UInt64 {
    TextKey.mix(high ^ (low &* 0xd6e8_feb8_6659_fd93) ^ UInt64(length))
  }

  /// The highest bytes of a word, so many of them.
  @inline(__always)
  private static func last(_ bytes: Int) -> UInt64 {
    let bytes = UInt64(truncatingIfNeeded: max(0, min(bytes, 8)))
    return bytes == 0 ? 0 : .max &<< (64 &- 8 &* bytes)
  }
}
