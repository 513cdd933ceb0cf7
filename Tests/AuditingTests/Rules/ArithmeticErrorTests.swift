import Auditing
import Testing

@Suite struct ArithmeticErrorTests {
  private static let wrong = "1 250.00 SEK, net 1 000.00, vat 249.00"
  private static let right = "1 250.00 SEK, net 1 000.00, vat 249.40, rounding 0.60"

  @Test func `on a received invoice in scope`() throws {
    try expect(
      """
      companies "Konsult A"
      received R1 from Konsult A, \(Self.wrong), 2023-04-03, cancelled
      received R2 from Hyra, \(Self.wrong), 2023-04-03
      received R3 from Konsult A, \(Self.right), 2023-04-03, cancelled
      """, finds: ["arithmetic-error R1 - 0.00 SEK"])
  }

  @Test func `on any sent invoice, of the case that it is linked to`() throws {
    let found = try findings(
      of: "arithmetic-error",
      in: """
        companies "Konsult A"
        received R1 from Konsult A, 90.00 EUR, 2023-04-03
        received R2 from Hyra, 1 250.00 SEK, 2023-04-03
        sent S1 mirrors R1, \(Self.wrong)
        sent S2 mirrors R2, \(Self.wrong), number 7
        sent S3, \(Self.wrong), draft
        sent S4 mirrors R1, \(Self.wrong), deleted
        sent S5 mirrors R1, \(Self.right)
        """)
    #expect(
      lines(found).sorted() == [
        "arithmetic-error - S2 0.00 SEK", "arithmetic-error - S3 0.00 SEK",
        "arithmetic-error R1 S1 0.00 EUR", "arithmetic-error R1 S4 0.00 EUR",
      ])
    let ofOther = try #require(found.first { $0.record.sentIDs == ["S2"] })
    #expect([ofOther.record.supplier, ofOther.record.number] == ["", "7"])
  }

  @Test func `on a source, of the smallest case that has it`() throws {
    try expect(
      """
      companies "Konsult A"
      received 10 from Konsult A, \(Self.wrong), 2023-04-03, number 7, cancelled
      received 9 from Konsult A, \(Self.wrong), 2023-04-03, number 7, cancelled
      source q1 for Kund K
      source q2 for Kund K, number 8, draft
      source q3 for Kund K, from Hyra, draft
      """,
      finds: [
        "arithmetic-error 10 - 0.00 SEK", "arithmetic-error 9 - 0.00 SEK",
        "arithmetic-error 9 - 0.00 SEK", "arithmetic-error - - 0.00 SEK",
      ])
  }
}
