import Auditing
import Testing

@Suite struct MissingMirrorTests {
  @Test func `processed without a mirror is found at once`() throws {
    try expect(
      "received R1 from Konsult A, 1 250.00 SEK, 2023-05-31, processed",
      finds: ["missing-mirror R1 - -1250.00 SEK"])
  }

  @Test func `a credit note without a mirror is billed too much`() throws {
    try expect(
      "received R1 from Konsult A, -1 250.00 SEK, 2023-05-31, credit-note, processed",
      finds: ["missing-mirror R1 - 1250.00 SEK"])
  }

  @Test func `out of scope it is not judged`() throws {
    try expect(
      """
      companies "Konsult A"
      covers from 2023-04-01
      received R1 from Hyra, 1 250.00 SEK, 2023-04-03, processed
      received R2 from Konsult A, 1 250.00 SEK, 2023-03-31, processed
      received R3 from Konsult A, 1 250.00 SEK, 2023-04-01, processed
      """, finds: ["missing-mirror R3 - -1250.00 SEK"])
  }

  @Test(arguments: [
    ("sent S1, 2023-04-02", "S1", "issue_date"),
    ("sent S1, to Kund L", "S1", "customer"),
    ("sent S1, 1 250.01 SEK", "S1", "gross"),
    ("sent S1, 1 250.00 EUR", "S1", "currency"),
    ("sent S1, credit-note", "S1", "kind"),
    ("sent S1, to Kund L\nsent S2, 1 251.00 SEK", "S1", "customer"),
    ("sent S1, to Kund L, 2023-04-01\nsent S2, to Kund L, 2023-04-04", "S2", "customer"),
    ("sent S1, to Kund L, 1 251.00 SEK\nsent S2, 1 251.00 SEK, 2023-04-20", "S2", "gross"),
  ]) func `its cause names the nearest invoice and the first field that denied it`(
    sent: String, nearest: String, field: String
  ) throws {
    let found = try findings(
      of: "missing-mirror",
      in: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
        source for Kund K
        \(sent)
        """)
    #expect(
      found[0].record.cause.contains("denied by its \(field), the nearest invoice \(nearest)"))
  }

  @Test func `without a journal its cause says what cannot be told, and what numbers are missing`()
    throws
  {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1, 10.00 SEK, number A7, 2023-04-01
      sent S2, 10.00 SEK, number A10, 2023-04-04

      """
    func cause(_ text: String) throws -> String {
      try findings(of: "missing-mirror", in: text)[0].record.cause
    }
    let cannot = "it cannot be told whether it was never made, or made, deleted and swallowed"
    #expect(try cause("without attempts\n" + books).contains("\(cannot); about then"))
    #expect(try cause("without attempts\n" + books).contains("lacks A8..A9"))
    #expect(try cause(books).contains("the journal has no try to make it"))
    let tried = books + "attempt at 2023-04-04T08:00:00Z for R1, timeout, key K1"
    #expect(try !cause(tried).contains("journal"))
    #expect(try cause(tried).contains("a try at 2023-04-04T08:00:00Z with key K1 timed out"))
  }
}
