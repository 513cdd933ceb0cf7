/// Where a text stands in a buffer of less than 4 GiB, in eight bytes.
package struct ByteRange: Equatable, Sendable {
  package var start: UInt32
  package var end: UInt32

  @inlinable @inline(__always)
  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The place of an absent text.
  @inlinable @inline(__always)
  package static var empty: Self { Self(start: 0, end: 0) }

  @inlinable @inline(__always)
  package var isEmpty: Bool { start == end }

  @inlinable @inline(__always)
  package var bounds: Range<Int> { Int(start)..<Int(end) }
}
