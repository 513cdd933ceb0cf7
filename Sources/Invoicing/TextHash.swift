/// Hashes and compares texts eight bytes at a time.
enum TextHash {
  /// The same in every run, so that a run can be replayed.
  @inline(__always)
  static func of(_ text: Span<UInt8>) -> UInt32 {
    // UInt8 has no padding, so its raw bytes are all there.
    let bytes = unsafe text.bytes
    let count = bytes.byteCount
    var state = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var i = 0
      while i + 8 < count {
        state = mix(state ^ word(bytes, i), 0xd6e8_feb8_6659_fd93)
        i += 8
      }
      state = mix(state ^ word(bytes, count - 8), 0xd6e8_feb8_6659_fd93)
    } else {
      state = mix(state ^ short(bytes), 0xd6e8_feb8_6659_fd93)
    }
    return UInt32(truncatingIfNeeded: mix(state, 0xa076_1d64_78bd_642f))
  }

  /// Whether the text stands in the arena from this place on.
  @inline(__always)
  static func equal(_ text: Span<UInt8>, _ arena: Span<UInt8>, from start: Int) -> Bool {
    // UInt8 has no padding, so the raw bytes are all there.
    let a = unsafe text.bytes
    let count = a.byteCount
    guard arena.count - start >= count else { return false }
    let b = unsafe arena.bytes.extracting(start..<start + count)
    guard count >= 8 else { return short(a) == short(b) }
    var i = 0
    while i + 8 < count {
      guard word(a, i) == word(b, i) else { return false }
      i += 8
    }
    return word(a, count - 8) == word(b, count - 8)
  }

  /// All bytes of a text of less than eight, some of them twice; texts of one length differ in it.
  @inline(__always)
  private static func short(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    if count >= 4 {
      // Any four bytes are a number, and the span checks that they are its own.
      let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(UInt32(littleEndian: low)) | UInt64(UInt32(littleEndian: high)) << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(byte(bytes, 0)) | UInt64(byte(bytes, count / 2)) << 8
      | UInt64(byte(bytes, count - 1)) << 16
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    // Any eight bytes are a number, and the span checks that they are its own.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    // Any byte is a number, and the span checks that it is its own.
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
