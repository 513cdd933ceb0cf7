import Auditing
import Testing

@Suite struct AmbiguousMatchTests {
  @Test func `of two like invoices one is paired, and both are told`() throws {
    let books = """
      received 10 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      received 9 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1, 2023-04-05
      """
    try expect(
      books,
      finds: [
        "ambiguous-match 10 - 0.00 SEK", "ambiguous-match 9 - 0.00 SEK",
        "missing-mirror 10 - -1250.00 SEK",
      ])
    for finding in try findings(of: "ambiguous-match", in: books) {
      let other = finding.record.receivedID == "9" ? "10" : "9"
      #expect(finding.record.cause.contains("received invoice \(other) of 2023-04-03"))
    }
  }

  @Test func `another date tells them apart, and as many mirrors as invoices do`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-04, processed
      sent S1, 2023-04-05
      received R3 from Konsult A, 800.00 SEK, 2023-04-03, processed
      received R4 from Konsult A, 800.00 SEK, 2023-04-03, processed
      sent S3
      sent S4
      """, finds: ["missing-mirror R1 - -1250.00 SEK"])
  }

  @Test func `other possible partners tell them apart`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund L
      sent S1, to Kund K
      """, finds: ["missing-mirror R2 - -1250.00 SEK"])
  }

  @Test func `a source makes no difference where the partners are the same`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      received R2 from Konsult B, 1 250.00 SEK, 2023-04-03, processed
      sent S1, to Kund K
      """,
      finds: [
        "ambiguous-match R1 - 0.00 SEK", "ambiguous-match R2 - 0.00 SEK",
        "missing-mirror R2 - -1250.00 SEK",
      ])
  }
}
