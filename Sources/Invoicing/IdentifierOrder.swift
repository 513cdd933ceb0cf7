/// The order of ids by size: decimal integers first, as numbers, then all others by bytes, which
/// settle ties too (`findings.md`, The case).
package enum IdentifierOrder {
  /// Whether the first id comes before the second.
  package static func precedes(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    compare(a, b) < 0
  }

  /// Negative, zero or positive, as the first id comes before, with or behind the second.
  package static func compare(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    switch (isInteger(a), isInteger(b)) {
    case (true, true):
      let order = compareNumbers(a, b)
      return order != 0 ? order : compareBytes(a, b)
    case (true, false): return -1
    case (false, true): return 1
    case (false, false): return compareBytes(a, b)
    }
  }

  /// Negative, zero or positive, by bytes alone.
  package static func compareBytes(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    for i in 0..<min(a.count, b.count) where a[i] != b[i] {
      return a[i] < b[i] ? -1 : 1
    }
    return a.count - b.count
  }

  static func isInteger(_ bytes: Span<UInt8>) -> Bool {
    for i in 0..<bytes.count where bytes[i] &- 48 > 9 { return false }
    return !bytes.isEmpty
  }

  private static func compareNumbers(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    let a = a.extracting(leadingZeros(a)...)
    let b = b.extracting(leadingZeros(b)...)
    return a.count != b.count ? a.count - b.count : compareBytes(a, b)
  }

  private static func leadingZeros(_ bytes: Span<UInt8>) -> Int {
    var i = 0
    while i < bytes.count, bytes[i] == UInt8(ascii: "0") { i += 1 }
    return i
  }
}
