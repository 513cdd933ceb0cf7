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

  @Test func `texts of a table are compared by their bytes, whenever they came in`() {
    var table = TextTable()
    let texts = Self.ids.reversed().map { table.intern($0) }
    let sorted = texts.sorted { table.compareIDs($0, $1) < 0 }
    #expect(sorted.map { table.string($0) } == Self.ids)
  }
}
