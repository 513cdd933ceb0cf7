import Auditing
import Testing

@Suite struct DuplicateMirrorTests {
  @Test(arguments: [
    // The flag's, set or not.
    ("flag R1 processed naming S2", "sent", "paid", "S1"),
    ("flag R1 unprocessed naming S2", "sent", "paid", "S1"),
    // A flag that names a dead one or none says nothing.
    ("flag R1 processed naming S3", "sent", "paid", "S1"),
    ("", "booked", "sent", "S1"), ("", "sent", "booked", "S2"), ("", "draft", "booked", "S1"),
    ("", "draft", "sent", "S1"), ("", "paid", "sent", "S2"), ("", "sent", "paid", "S1"),
    // The earliest; unknown last; the smaller id.
    ("", "sent, created 2023-04-05T08:00:00Z", "sent, created 2023-04-04T08:00:00Z", "S1"),
    ("", "sent", "sent, created 2023-04-04T08:00:00Z", "S1"),
    ("", "sent", "sent", "S2"),
    ("", "sent, created 2023-04-04T08:00:00Z", "sent", "S2"),
  ]) func `one is kept, the others are the surplus`(
    flag: String, first: String, second: String, surplus: String
  ) throws {
    let found = try findings(
      of: "duplicate-mirror",
      in: """
        received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
        sent S2 mirrors R1, \(second)
        sent S1 mirrors R1, \(first)
        sent S3 mirrors R1, deleted
        \(flag)
        """)
    #expect(lines(found) == ["duplicate-mirror R1 \(surplus) 1250.00 SEK"])
    #expect(found[0].record.mirrorID == (surplus == "S1" ? "S2" : "S1"))
  }

  @Test func `a credited status counts as sent where corrections leave it alive`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1, booked
      sent S2 mirrors R1, credited
      sent C2 credits S2, -250.00 SEK
      """,
      finds: ["duplicate-mirror R1 S1 1250.00 SEK", "partly-credited R1 S2 -250.00 SEK"])
  }

  @Test func `a surplus in several currencies is a row each, its worth what corrections leave`()
    throws
  {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
      sent S1 mirrors R1
      sent 10 mirrors R1, 100.00 EUR
      sent 9 mirrors R1, 50.00 EUR
      sent S2 mirrors R1
      sent C2 credits S2, -250.00 SEK
      """,
      finds: ["duplicate-mirror R1 9;10 150.00 EUR", "duplicate-mirror R1 S2 1000.00 SEK"])
  }

  @Test func `two mirrors of which one is dead are no duplicates`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      sent S2 mirrors R1, cancelled
      """, finds: [])
  }
}
