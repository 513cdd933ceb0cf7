import Auditing
import Testing

@Suite struct NumberGapTests {
  private static func gaps(_ numbers: [String]) throws -> [String] {
    var books = "received R1 from Konsult A, 1 250.00 SEK, 2023-05-31\n"
    for (place, number) in numbers.enumerated() {
      books += "sent S\(place), 10.00 SEK, number \"\(number)\"\n"
    }
    let audit = try audit(of: books)
    #expect(AuditInvariants.broken(by: audit) == [])
    return audit.findings.filter { $0.record.rule == "number-gap" }.map(\.record.number)
  }

  @Test(arguments: [
    (["A16", "A20"], ["A17..A19"]), (["A16", "A18"], ["A17"]), (["A16", "A17"], []),
    (["20", "16", "18"], ["17", "19"]), (["A16", "B18"], []), (["A9", "A11"], ["A10"]),
    (["2023-0008", "2023-0011"], ["2023-0009..2023-0010"]), (["A16", "A16", "A18"], ["A17"]),
    (["A1x", "A3x"], ["A2"]), (["", "", "7"], []), (["A", "B"], []),
    (["1-5", "1-7", "2-9"], ["1-6"]), (["ö1", "ö3"], ["ö2"]),
    (["9223372036854775807", "9223372036854775809"], []),
  ]) func `what is missing before the last run of digits is one finding a gap`(
    numbers: [String], missing: [String]
  ) throws {
    #expect(try Self.gaps(numbers) == missing)
  }

  @Test func `a series holds invoices and credit notes, dead and live`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, number 1
      sent S2, 10.00 SEK, number 2, credit-note
      sent S3, 10.00 SEK, number 3, deleted
      sent S5, 10.00 EUR, number 5
      """, finds: ["number-gap - - 0.00 EUR"])
  }
}
