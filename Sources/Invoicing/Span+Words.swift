extension Span where Element == UInt8 {
  /// The eight bytes from a place on, the first in the lowest byte.
  @inlinable @inline(__always) package func word(at place: Int) -> UInt64 {
    // UInt8 has no padding, any eight bytes are a number, the span checks that they are its own.
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// The four bytes from a place on, the first in the lowest byte.
  @inlinable @inline(__always) package func halfWord(at place: Int) -> UInt32 {
    // UInt8 has no padding, any four bytes are a number, and the span checks that they are its own.
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)
    return UInt32(littleEndian: word)
  }
}
