internal import Digests

/// Bytes on their way to a digest, gathered in blocks.
///
/// Every write is within the block: before each, `flush` has left room for `reserve` bytes, and
/// longer pieces go to the digest directly.
@unsafe struct DigestBuffer {
  private var digest: SHA256Digest
  private let block: UnsafeMutableRawBufferPointer
  private var used = 0

  /// How large a block should be: what a call is worth, and fits the processor's cache.
  static let size = 1 << 15
  private static let reserve = 64

  init(_ digest: SHA256Digest, block: UnsafeMutableRawBufferPointer) {
    unsafe self.digest = digest
    unsafe self.block = unsafe block
  }

  /// Little-endian, whatever the machine is.
  @inline(__always)
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    unsafe flush(ifFullFor: Self.reserve)
    unsafe block.storeBytes(of: number.littleEndian, toByteOffset: used, as: Number.self)
    unsafe used += MemoryLayout<Number>.size
  }

  /// All numbers of a column, as they stand in memory: little-endian on every machine that this
  /// runs on.
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(column: [Number]) {
    // The numbers are lent for the call alone.
    unsafe column.withUnsafeBytes { unsafe put($0) }
  }

  /// The length and the bytes of a text that stands in an arena.
  @inline(__always)
  mutating func put(text range: Range<Int>, of arena: UnsafeRawBufferPointer) {
    unsafe put(UInt32(truncatingIfNeeded: range.count))
    guard !range.isEmpty else { return }
    guard range.count <= 16, range.lowerBound + 16 <= arena.count else {
      unsafe put(UnsafeRawBufferPointer(rebasing: arena[range]))
      return
    }
    // Sixteen bytes, whatever they are, lie within both; those beyond the text are written over.
    unsafe flush(ifFullFor: Self.reserve)
    let halves = unsafe arena.loadUnaligned(
      fromByteOffset: range.lowerBound, as: SIMD2<UInt64>.self)
    unsafe block.storeBytes(of: halves, toByteOffset: used, as: SIMD2<UInt64>.self)
    unsafe used += range.count
  }

  @inline(__always)
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    if unsafe bytes.count <= Self.reserve {
      unsafe flush(ifFullFor: Self.reserve)
      let place = unsafe UnsafeMutableRawBufferPointer(rebasing: block[used..<used + bytes.count])
      unsafe place.copyMemory(from: bytes)
      unsafe used += bytes.count
    } else {
      unsafe flush(ifFullFor: Self.size)
      unsafe digest.update(bytes)
    }
  }

  /// The digest, which has all bytes.
  mutating func finish() -> SHA256Digest {
    unsafe flush(ifFullFor: Self.size)
    return unsafe digest
  }

  @inline(__always)
  private mutating func flush(ifFullFor bytes: Int) {
    guard unsafe used + bytes > Self.size else { return }
    unsafe digest.update(UnsafeRawBufferPointer(rebasing: block[..<used]))
    unsafe used = 0
  }
}
