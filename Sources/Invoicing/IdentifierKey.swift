/// The beginning of an id, as a number that sorts as `IdentifierOrder` does.
///
/// Where two keys are the same, the ids themselves must settle it.
package struct IdentifierKey: Hashable, Comparable, Sendable {
  private let bits: UInt64

  /// Before the key of every id.
  package static let none = Self(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  package init(_ id: Span<UInt8>) {
    var first = 0
    guard IdentifierOrder.isInteger(id) else {
      bits = Self.behindIntegers << 56 | Self.beginning(of: id, from: 0)
      return
    }
    while first < id.count, id[first] == UInt8(ascii: "0") { first += 1 }
    let digits = UInt64(id.count - first) + 1
    // Of integers, the longer is the greater; of very long ones nothing is told.
    bits =
      digits < Self.behindIntegers - 1
      ? digits << 56 | Self.beginning(of: id, from: first) : (Self.behindIntegers - 1) << 56
  }

  package static func < (a: Self, b: Self) -> Bool { a.bits < b.bits }

  private static let behindIntegers: UInt64 = 255

  /// Seven bytes from a place on, the first the weightiest.
  private static func beginning(of id: Span<UInt8>, from first: Int) -> UInt64 {
    var bits: UInt64 = 0
    for place in first..<first + 7 {
      bits = bits << 8 | (place < id.count ? UInt64(id[place]) : 0)
    }
    return bits
  }
}
