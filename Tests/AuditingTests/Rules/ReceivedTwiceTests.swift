import Auditing
import Invoicing
import Testing

@Suite struct ReceivedTwiceTests {
  @Test func `the twin without a mirror has none to cancel`() throws {
    let books = """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-09, number 7
      sent S1 mirrors R1
      """
    try expect(books, finds: ["received-twice R2 - 0.00 SEK"])
    #expect(try findings(of: "received-twice", in: books).map(\.record.repair) == [.manual])
  }

  @Test func `the twin's live mirrors bill it again`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      sent S1 mirrors R1
      sent S2 mirrors R2
      sent S3 mirrors R2, 90.00 EUR
      sent S4 mirrors R2, deleted
      """,
      finds: ["received-twice R2 S2 1250.00 SEK", "received-twice R2 S3 90.00 EUR"])
  }

  @Test func `the one with a live mirror is kept, else the smallest id`() throws {
    let twins = """
      received 10 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      received 9 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      """
    try expect(twins, finds: ["received-twice 10 - 0.00 SEK", "missing-mirror 9 - -1250.00 SEK"])
    try expect(twins + "\nsent S1 mirrors 10", finds: ["received-twice 9 - 0.00 SEK"])
    try expect(
      twins + "\nsent S1 mirrors 10, deleted",
      finds: ["received-twice 10 - 0.00 SEK", "missing-mirror 9 - -1250.00 SEK"])
  }

  @Test func `a mirror that would be found by content alone comes too late to keep its twin`()
    throws
  {
    try expect(
      """
      received 9 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      received 10 from Konsult A, 1 250.00 SEK, 2023-04-05, number 7, processed
      sent S1, 2023-04-05
      """, finds: ["received-twice 10 - 0.00 SEK"])
  }

  @Test func `a dead mirror of the twin that was credited beyond is still told`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      received R2 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7
      sent S1 mirrors R1
      sent S2 mirrors R2
      sent C2 credits S2, -1 500.00 SEK
      """, finds: ["received-twice R2 - 0.00 SEK", "over-credited R2 S2 -250.00 SEK"])
  }

  @Test(arguments: [
    "from Konsult B, 1 250.00 SEK, 2023-04-03, number 7",
    "from Konsult A, 1 250.01 SEK, 2023-04-03, number 7",
    "from Konsult A, 1 250.00 EUR, 2023-04-03, number 7",
    "from Konsult A, 1 250.00 SEK, 2023-04-03, number 07",
    "from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, credit-note",
  ]) func `one that differs in what counts is another invoice`(other: String) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, number 7, processed
      sent S1 mirrors R1
      received R2 \(other), processed
      sent S2 mirrors R2
      """, finds: [])
  }

  @Test(arguments: ["2023-04-03, cancelled", "2023-03-31"])
  func `a cancelled twin and one out of scope are no twins, mirrored or not`(other: String) throws {
    let books = """
      covers from 2023-04-01
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-30, number 7, processed
      received R0 from Konsult A, 1 250.00 SEK, \(other), number 7

      """
    let missing = "missing-mirror R1 - -1250.00 SEK"
    try expect(books, finds: [missing])
    try expect(
      books + "sent S0 mirrors R0",
      finds: other.hasSuffix("cancelled")
        ? [missing, "mirror-of-cancelled R0 S0 1250.00 SEK"] : [missing])
  }
}
