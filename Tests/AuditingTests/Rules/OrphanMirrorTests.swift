import Auditing
import Invoicing
import Testing

@Suite struct OrphanMirrorTests {
  private static let received =
    "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed\nsent S1 mirrors R1\n"

  @Test func `its worth is too much, in the row without a supplier`() throws {
    let books =
      Self.received + """
        sent S2 mirrors R9, 100.00 EUR
        sent C2 credits S2, -40.00 EUR
        """
    try expect(books, finds: ["orphan-mirror - S2 60.00 EUR"])
    let row = try #require(try audit(of: books).tieOut.first)
    #expect([row.currency.code, row.supplier] == ["EUR", ""])
    #expect([row.expected, row.mirrored, row.findings] == [0, 6000, 6000])
    #expect([row.receivedCount, row.mirroredCount, row.pendingCount] == [0, 1, 0])
  }

  @Test func `nothing else claims it`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
      sent S1 mirrors R9, key R1, reference R1
      attempt at 2023-04-03T08:00:00Z for R1, created S1, with key R1
      """,
      finds: ["missing-mirror R1 - -1250.00 SEK", "orphan-mirror - S1 1250.00 SEK"])
  }

  @Test(arguments: ["deleted", "cancelled", "credited"])
  func `a dead one is none`(status: String) throws {
    try expect(Self.received + "sent S2 mirrors R9, \(status)", finds: [])
  }

  @Test func `a credit note that names what it credits is none`() throws {
    try expect(
      Self.received + "sent C1 credits S1, mirrors R9, -250.00 SEK",
      finds: ["partly-credited R1 S1 -250.00 SEK"])
  }

  @Test(arguments: [("2023-04-10", false), ("2023-04-11", true)])
  func `ten days after the cover's beginning it counts, before it is as free as any`(
    date: String, isFound: Bool
  ) throws {
    try expect(
      """
      covers from 2023-04-01
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R9, \(date)
      """,
      finds: isFound
        ? ["missing-mirror R1 - -1250.00 SEK", "orphan-mirror - S1 1250.00 SEK"] : [])
  }
}
