/// A text's length and 64 bits by which it is found: its bytes, where it has no more than eight,
/// else a hash of them, the same in every run.
struct TextKey: Equatable, Sendable {
  let bits: UInt64
  let length: UInt32

  @inline(__always)
  init(_ text: Span<UInt8>) {
    let count = text.count
    length = UInt32(clamping: count)
    if count <= 8 {
      bits = Self.short(text)
      return
    }
    var state = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: count)
    var i = 0
    while i + 8 < count {
      state = Self.mix(state ^ text.word(at: i))
      i += 8
    }
    bits = Self.mix(state ^ text.word(at: count - 8))
  }

  /// Without a branch between the two comparisons.
  @inline(__always)
  static func == (a: Self, b: Self) -> Bool {
    (a.bits ^ b.bits) | UInt64(a.length ^ b.length) == 0
  }

  /// Whether texts with equal keys are equal.
  var isWholeText: Bool { length <= 8 }

  /// The slot, among so many, where a search begins; in a larger table the order is the same.
  @inline(__always)
  func home(among slots: Int) -> Int {
    let hash = Self.mix(bits ^ UInt64(length) &* 0xd6e8_feb8_6659_fd93)
    return Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots)).high)
  }

  /// Whether two texts of one length, more than eight, are the same.
  @inline(__always)
  static func equal(_ text: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let count = text.count
    var i = 0
    while i + 8 < count {
      guard text.word(at: i) == other.word(at: i) else { return false }
      i += 8
    }
    return text.word(at: count - 8) == other.word(at: count - 8)
  }

  /// Up to eight bytes; those of texts of one length differ where the texts do.
  @inline(__always)
  private static func short(_ text: Span<UInt8>) -> UInt64 {
    let count = text.count
    if count >= 4 {
      return UInt64(text.halfWord(at: 0)) | UInt64(text.halfWord(at: count - 4)) << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(text[0]) | UInt64(text[count / 2]) << 8 | UInt64(text[count - 1]) << 16
  }

  @inline(__always)
  static func mix(_ bits: UInt64) -> UInt64 {
    let product = (bits ^ 0x9e37_79b9_7f4a_7c15)
      .multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return product.high ^ product.low
  }
}

/// A place of a `TextTable`, in 16 bytes: a text of up to eight is known by it alone.
struct TextSlot: Sendable {
  var key: TextKey
  /// The text's index; 0: the slot is free.
  var index: UInt32

  static let free = Self(key: TextKey(Span()), index: 0)
}
