internal import Invoicing

/// Looks at 64 bytes at a time for those that may end or break a cell.
///
/// All such bytes (`,` `"` CR LF NUL) are below 0x2D, and most others of an extract (digits,
/// letters, `-`, `.`) are not; so one comparison for eight bytes finds all, and a few more.
struct SeparatorMask {
  /// A bit for each byte below 0x2D, the first byte's lowest.
  let candidates: UInt64
  /// Whether any byte is beyond ASCII.
  let hasHighBytes: Bool
  /// False where no byte is a `;`.
  let mayHaveSemicolons: Bool

  static let width = 64

  /// `offset + width` must be within the bytes.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset &+ Self.width <= bytes.count)
    // Its byte j has in bit k what is to be in byte k, bit j.
    var turned: UInt64 = 0
    var all: UInt64 = 0
    var semicolons: UInt64 = 0
    for k in 0..<8 {
      let word = bytes.word(at: offset &+ k &* 8)
      // With its top bit set no byte borrows from the next; the bit falls where the byte is less.
      let less = ~(((word | Self.tops) &- Self.limits) | word) & Self.tops
      turned |= less &>> UInt64(7 &- k)
      all |= word
      // A byte that is zero borrows, and so may the one after it.
      let difference = word ^ Self.semicolons
      semicolons |= (difference &- Self.ones) & ~difference
    }
    candidates = Self.turn(turned)
    hasHighBytes = all & Self.tops != 0
    mayHaveSemicolons = semicolons & Self.tops != 0
  }

  /// Changes rows for columns in eight by eight bits: in squares of two, of four, of eight.
  @inline(__always)
  private static func turn(_ bits: UInt64) -> UInt64 {
    var bits = bits
    var moved = (bits ^ bits >> 7) & 0x00aa_00aa_00aa_00aa
    bits ^= moved ^ moved << 7
    moved = (bits ^ bits >> 14) & 0x0000_cccc_0000_cccc
    bits ^= moved ^ moved << 14
    moved = (bits ^ bits >> 28) & 0x0000_0000_f0f0_f0f0
    return bits ^ moved ^ moved << 28
  }

  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let semicolons: UInt64 = 0x3b3b_3b3b_3b3b_3b3b
  private static let limits: UInt64 = 0x2d2d_2d2d_2d2d_2d2d
}
