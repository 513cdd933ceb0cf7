import Invoicing
import Testing

@Suite struct IdentifierOrderTests {
  /// In order; each before all behind it.
  private static let ids = [
    "0", "00", "1", "02", "2", "9", "0010", "10", "99", "100", "9223372036854775807",
    "18446744073709551616", "100000000000000000000", "", "+1", "-1", "1 ", "1.0", "10a", "9a",
    "A10",
    "A9", "a", "é", "é1", "٣",
  ]

  @Test func `integers come first, as numbers, then all others by bytes`() {
    for (i, a) in Self.ids.enumerated() {
      for (j, b) in Self.ids.enumerated() {
        let order = IdentifierOrder.compare(Array(a.utf8).span, Array(b.utf8).span)
        #expect(order.signum() == (i - j).signum(), "'\(a)' and '\(b)'")
        #expect(IdentifierOrder.precedes(Array(a.utf8).span, Array(b.utf8).span) == (i < j))
      }
    }
  }

  @Test func `a key never tells another order than the ids, and tells short ones apart`() {
    let ids =
      Self.ids + [
        "12345678", "12345679", "INV-2023-1", "INV-2023-2", String(repeating: "9", count: 252),
        String(repeating: "8", count: 253), String(repeating: "7", count: 300), "\0", "a\0",
      ]
    for a in ids.map({ Array($0.utf8) }) {
      for b in ids.map({ Array($0.utf8) }) {
        let (first, second) = (IdentifierKey(a.span), IdentifierKey(b.span))
        #expect(IdentifierKey.none < first)
        let precedes = IdentifierOrder.precedes(a.span, b.span)
        #expect(precedes || !(first < second), "\(a), \(b)")
      }
    }
    let short = ["", "1", "2", "10", "9999999", "A", "A9", "a", "é"].map { Array($0.utf8) }
    let keys = short.map { IdentifierKey($0.span) }
    #expect(keys.indices.allSatisfy { $0 == 0 || keys[$0 - 1] != keys[$0] })
    #expect(Set(keys).count == keys.count)
  }

  @Test func `texts of a table are compared by their bytes, whenever they came in`() {
    var table = TextTable()
    let texts = Self.ids.reversed().map { table.intern($0) }
    let sorted = texts.sorted { table.compareIDs($0, $1) < 0 }
    #expect(sorted.map { table.string($0) } == Self.ids)
  }
}
