import Auditing
import Invoicing
import Testing

@Suite struct UnbilledExpenseTests {
  private static let books = """
    received R1 from Konsult A, 1 375.00 SEK, 2023-04-03, processed
    line of R1, service, net 1 000.00, vat 25
    line of R1, mileage, net 100.00, vat 25, about "to Umeå"
    sent S1 mirrors R1, 1 250.00 SEK

    """

  @Test func `lines of a skipped kind that the mirror lacks are its effect`() throws {
    try expect(
      Self.books + "line of S1, service, net 1 000.00, vat 25",
      finds: ["unbilled-expense R1 S1 -125.00 SEK"])
  }

  @Test func `which kinds are skipped can be configured`() throws {
    var settings = Settings()
    settings.skippedKinds = [.expense]
    try expect(
      Self.books + "line of S1, service, net 1 000.00, vat 25", settings,
      finds: ["missing-lines R1 S1 -125.00 SEK"])
  }

  @Test func `without lines on both sides nothing is set aside`() throws {
    try expect(Self.books, finds: ["wrong-amount R1 S1 -125.00 SEK"])
    try expect(
      """
      received R1 from Konsult A, 1 375.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.00 SEK
      line of S1, service, net 1 000.00, vat 25
      """, finds: ["wrong-amount R1 S1 -125.00 SEK"])
  }

  @Test func `where the net is the same lines are not compared`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 375.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      line of R1, service, net 1 000.00, vat 25
      line of R1, mileage, net 100.00, vat 25
      line of S1, service, net 1 100.00, vat 25
      """, finds: [])
  }

  @Test func `lines are on both one for one, by kind, net, rate and description`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 500.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 375.00 SEK
      line of R1, mileage, net 100.00, vat 25, about km
      line of R1, mileage, net 100.00, vat 25.00, about km
      line of R1, service, net 1 000.00, vat 25
      line of S1, service, net 1 000.00, vat 25
      line of S1, mileage, net 100.00, vat 25, about km
      """, finds: ["unbilled-expense R1 S1 -125.00 SEK"])
  }

  @Test(arguments: [
    "expense, net 100.00, vat 25, about km", "mileage, net 100.01, vat 25, about km",
    "mileage, net 100.00, vat 6, about km", "mileage, net 100.00, vat 25, about KM",
  ]) func `a line that differs in one of them is not on both`(line: String) throws {
    let found = try findings(
      of: "unbilled-expense",
      in: """
        received R1 from Konsult A, 125.00 SEK, 2023-04-03, processed
        sent S1 mirrors R1, 126.00 SEK
        line of R1, mileage, net 100.00, vat 25, about km
        line of S1, \(line)
        """)
    #expect(lines(found) == ["unbilled-expense R1 S1 -125.00 SEK"])
  }

  @Test(arguments: [
    // One sum for a rate: 0.10 at 25 % is 0.025, away from zero 0.03; twice 0.02 would be 0.04.
    ("0.05", "0.05", "25", "25", "-0.13"),
    // Each rate by itself: 0.05 at 12 % is 0.006, at 6 % 0.003.
    ("0.05", "0.05", "12", "6", "-0.11"),
    ("-0.05", "-0.05", "25", "25", "0.13"),
  ]) func `the VAT of lines is rounded half away from zero on the sum of each rate`(
    first: String, second: String, rate: String, otherRate: String, effect: String
  ) throws {
    let found = try findings(
      of: "unbilled-expense",
      in: """
        received R1 from Konsult A, 100.00 SEK, 2023-04-03, processed
        sent S1 mirrors R1, 90.00 SEK
        line of R1, mileage, net \(first), vat \(rate)
        line of R1, mileage, net \(second), vat \(otherRate)
        line of S1, service, net 50.00, vat 25
        """)
    #expect(lines(found) == ["unbilled-expense R1 S1 \(effect) SEK"])
  }
}
