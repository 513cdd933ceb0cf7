import Auditing
import Testing

@Suite struct WrongVATTests {
  @Test func `another VAT on the same net is found`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 060.00 SEK, net 1 000.00, vat 60.00
      """
    try expect(books, finds: ["wrong-vat R1 S1 -190.00 SEK"])
    let cause = try findings(of: "wrong-vat", in: books)[0].record.cause
    #expect(
      cause.contains("VAT differs by -190.00 SEK from the received invoice's, its net does not"))
  }

  @Test func `net and VAT may be exchanged under one gross`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, 1 250.00 SEK, net 1 100.00, vat 150.00
      """
    try expect(books, finds: ["wrong-vat R1 S1 0.00 SEK"])
    let cause = try findings(of: "wrong-vat", in: books)[0].record.cause
    #expect(
      cause.contains(
        "VAT differs by -100.00 SEK from the received invoice's, and its net by 100.00 SEK"))
  }

  @Test(arguments: [("250.02", 1, true), ("250.02", 2, false), ("249.99", 1, false)])
  func `VAT within the tolerance is tolerated`(vat: String, tolerance: Int64, isFound: Bool) throws
  {
    var settings = Settings()
    settings.amountTolerance = tolerance
    let found = try audit(
      of: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
        sent S1 mirrors R1, 1 250.00 SEK, net 1 000.00, vat \(vat), rounding 0.00
        """, settings
    ).findings.map(\.record.rule)
    #expect(found.contains("wrong-vat") == isFound)
  }

  @Test(arguments: [
    ("275.02", true), ("275.01", false), ("274.99", false), ("274.98", true),
  ]) func `each line set aside may round by a minor unit`(vat: String, isFound: Bool) throws {
    let found = try audit(
      of: """
        received R1 from Konsult A, 1 375.00 SEK, 2023-04-03, processed, net 1 100.00, vat \(vat)
        sent S1 mirrors R1, 1 250.00 SEK
        line of R1, service, net 1 000.00, vat 25
        line of R1, mileage, net 100.00, vat 25
        line of S1, service, net 1 000.00, vat 25
        """
    ).findings.map(\.record.rule)
    #expect(found.contains("wrong-vat") == isFound)
    #expect(found.contains("unbilled-expense"))
  }
}
