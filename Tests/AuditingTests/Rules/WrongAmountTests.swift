import Auditing
import Testing

@Suite struct WrongAmountTests {
  @Test func `what is left of the gross is its effect`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.01 SEK, net 1 000.01, vat 250.00
      """, finds: ["wrong-amount R1 S1 0.01 SEK"])
  }

  @Test(arguments: [(9, true), (10, false)])
  func `a gross within the tolerance is tolerated`(tolerance: Int64, isFound: Bool) throws {
    var settings = Settings()
    settings.amountTolerance = tolerance
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 249.90 SEK, net 999.90, vat 250.00
      """
    try expect(books, settings, finds: isFound ? ["wrong-amount R1 S1 -0.10 SEK"] : [])
    #expect(try audit(of: books, settings).tieOut.map(\.tolerated) == [isFound ? 0 : -10])
  }

  @Test func `another rounding alone is tolerated`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.40 SEK, net 1 000.00, vat 250.00, rounding 0.40
      """
    try expect(books, finds: [])
    #expect(try audit(of: books).tieOut.map(\.tolerated) == [40])
  }

  @Test func `a net that a rounding makes up for bills the same`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.00 SEK, net 999.60, vat 250.00, rounding 0.40
      """, finds: [])
  }

  @Test func `a credit note's mirror that credits too little bills too much`() throws {
    try expect(
      """
      received R1 from Konsult A, -1 250.00 SEK, 2023-04-03, credit-note, processed
      sent S1 mirrors R1, -1 000.00 SEK
      """, finds: ["wrong-amount R1 S1 250.00 SEK"])
  }

  @Test func `a net that lines set aside explain is right`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 375.01 SEK, 2023-04-03, processed, \
      net 1 100.00, vat 275.00, rounding 0.01
      sent S1 mirrors R1, 1 250.00 SEK
      line of R1, service, net 1 000.00, vat 25
      line of R1, mileage, net 100.00, vat 25
      line of S1, service, net 1 000.00, vat 25
      """, finds: ["unbilled-expense R1 S1 -125.00 SEK"])
  }
}
