/// Eight digits, read from the eight bytes of a word at once; the first is in the lowest byte.
struct EightDigits {
  /// In four parts of 16 bits the numbers that two neighbours make, the first in the lowest.
  private let pairs: UInt64

  /// Nil where one is no digit.
  @inline(__always)
  init?(_ word: UInt64) {
    guard word & 0xf0f0_f0f0_f0f0_f0f0 == Self.zeros,
      (word &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0 == Self.zeros
    else { return nil }
    let ones = word & 0x0f0f_0f0f_0f0f_0f0f
    pairs = (ones &* 10 &+ (ones >> 8)) & 0x00ff_00ff_00ff_00ff
  }

  /// The number that two neighbours make, the first two being pair 0.
  @inline(__always)
  subscript(pair: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: (pairs &>> (pair &* 16)) & 0xff) }

  /// The number that all make.
  @inline(__always)
  var number: UInt32 {
    let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: fours &* 10_000 &+ (fours >> 32))
  }

  /// Eight times the digit zero.
  static let zeros: UInt64 = 0x3030_3030_3030_3030
}
