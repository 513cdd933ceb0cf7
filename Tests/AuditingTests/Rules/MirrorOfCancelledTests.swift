import Testing

@Suite struct MirrorOfCancelledTests {
  @Test func `a live mirror of a cancelled invoice is found, and no other rule judges it`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
      source for Kund K
      sent S1 mirrors R1, to Kund L, 1 300.00 SEK, draft
      """, finds: ["mirror-of-cancelled R1 S1 1300.00 SEK"])
  }

  @Test func `its worth is what corrections leave of it`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
      sent S1 mirrors R1
      sent C1 credits S1, -250.00 SEK
      """, finds: ["mirror-of-cancelled R1 S1 1000.00 SEK"])
  }

  @Test func `mirrors in several currencies are a row each`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
      sent 10 mirrors R1
      sent 9 mirrors R1
      sent S3 mirrors R1, 100.00 EUR
      sent S4 mirrors R1, deleted
      """,
      finds: [
        "mirror-of-cancelled R1 9;10 2500.00 SEK", "mirror-of-cancelled R1 S3 100.00 EUR",
      ])
  }

  @Test(arguments: ["deleted", "cancelled", "credited"])
  func `a cancelled invoice whose mirror is dead is as it should be`(status: String) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled, processed
      sent S1 mirrors R1, \(status)
      """, finds: [])
  }

  @Test func `a cancelled invoice without a mirror is as it should be`() throws {
    try expect(
      "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled, processed", finds: [])
  }
}
