import Auditing
import Testing

@Suite struct SourceDiffersTests {
  @Test(arguments: [
    ("1 250.00 SEK, net 999.00, vat 251.00", "another net, VAT"),
    ("1 250.00 SEK, net 1 000.00, vat 249.00, rounding 1.00", "another VAT"),
    ("1 251.00 SEK, net 1 000.00, vat 250.00, rounding 1.00", "another gross"),
    ("1 250.00 EUR", "another currency"), ("draft", "the status draft"),
    ("cancelled", "the status cancelled"), ("credited", "the status credited"),
    ("1 000.00 EUR, draft", "another net, VAT, gross, currency and the status draft"),
  ]) func `a source with other amounts or not as issued is found`(source: String, told: String)
    throws
  {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K, \(source)
      sent S1 mirrors R1, 1 250.00 SEK
      """
    try expect(books, finds: ["source-differs R1 - 0.00 SEK"])
    let cause = try findings(of: "source-differs", in: books)[0].record.cause
    #expect(cause.hasPrefix("in the supplier's own books it has \(told): received invoice R1"))
  }

  @Test func `another date, rounding or a paid status is no difference`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K, paid, 2023-03-31
      sent S1 mirrors R1
      """, finds: [])
  }

  @Test func `what is cancelled, received twice or out of scope is not judged`() throws {
    try expect(
      """
      companies "Konsult A"
      received R2 from Konsult A, 800.00 SEK, 2023-04-03, cancelled
      source for Kund K, draft
      received R5 from Hyra, 800.00 SEK, 2023-04-03
      source for Kund K, draft
      received R3 from Konsult A, 700.00 SEK, 2023-04-03, number 7, processed
      source for Kund K, draft
      sent S3 mirrors R3
      received R4 from Konsult A, 700.00 SEK, 2023-04-03, number 7
      """, finds: ["received-twice R4 - 0.00 SEK", "source-differs R3 - 0.00 SEK"])
  }
}
