import Auditing
import Testing

@Suite struct MissingLinesTests {
  @Test func `lines that the mirror lacks, having fewer, are its effect`() throws {
    let books = """
      received R1 from Konsult A, 1 500.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of R1, expense, net 100.00, vat 25, about hotel
      line of R1, other, net 100.00, vat 25, about train
      line of S1, service, net 1 000.00, vat 25
      """
    try expect(books, finds: ["missing-lines R1 S1 -250.00 SEK"])
    let cause = try findings(of: "missing-lines", in: books)[0].record.cause
    #expect(cause.contains("line 2, expense 'hotel', net 100.00; line 3, other 'train'"))
  }

  @Test func `as many lines of other content are another amount, not missing`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 125.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of S1, service, net 900.00, vat 25
      """, finds: ["wrong-amount R1 S1 -125.00 SEK"])
  }

  @Test func `skipped kinds do not count when lines are counted`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 500.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 125.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of R1, service, net 200.00, vat 25
      line of S1, service, net 800.00, vat 25
      line of S1, mileage, net 100.00, vat 25
      """, finds: ["missing-lines R1 S1 -1500.00 SEK", "wrong-amount R1 S1 1125.00 SEK"])
    try expect(
      """
      received R1 from Konsult A, 1 375.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 125.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of R1, mileage, net 100.00, vat 25
      line of S1, service, net 900.00, vat 25
      """, finds: ["unbilled-expense R1 S1 -125.00 SEK", "wrong-amount R1 S1 -125.00 SEK"])
  }

  @Test func `both line rules and what is left explain one difference together`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 500.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 260.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of R1, expense, net 100.00, vat 25
      line of R1, mileage, net 100.00, vat 25
      line of S1, service, net 1 000.00, vat 25
      """,
      finds: [
        "missing-lines R1 S1 -125.00 SEK", "unbilled-expense R1 S1 -125.00 SEK",
        "wrong-amount R1 S1 10.00 SEK",
      ])
  }
}
