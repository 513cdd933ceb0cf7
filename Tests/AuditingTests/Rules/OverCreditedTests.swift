import Testing

@Suite struct OverCreditedTests {
  @Test func `a mirror credited beyond its gross has a worth of its own`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      sent C1 credits S1, -1 250.00 SEK
      sent C2 credits S1, -0.01 SEK
      """, finds: ["credited-mirror R1 S1 -1250.00 SEK", "over-credited R1 S1 -0.01 SEK"])
  }

  @Test func `what was deleted billed nothing, so each correction is beyond`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1, deleted
      sent C1 credits S1, -250.00 SEK
      """, finds: ["deleted-mirror R1 S1 -1250.00 SEK", "over-credited R1 S1 -250.00 SEK"])
  }

  @Test func `a dead one beside a live one is judged, each by itself`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      sent S2 mirrors R1, 100.00 EUR, cancelled
      sent S3 mirrors R1, 200.00 EUR
      sent C2 credits S2, -100.00 EUR
      sent C3 credits S3, -201.00 EUR
      """, finds: ["over-credited R1 S2 -100.00 EUR", "over-credited R1 S3 -1.00 EUR"])
  }

  @Test func `a deleted one whose corrections add to it has no worth`() throws {
    try expect(
      """
      received R1 from Konsult A, -1 250.00 SEK, 2023-04-03, credit-note, processed
      sent S1 mirrors R1, deleted
      sent C1 credits S1, -250.00 SEK
      """, finds: ["deleted-mirror R1 S1 1250.00 SEK"])
  }

  @Test func `an exactly credited one, and one of nobody or out of scope, is not this`() throws {
    try expect(
      """
      companies "Konsult A"
      received R2 from Hyra, 800.00 SEK, 2023-04-03
      sent S2 mirrors R2
      sent C2 credits S2, -900.00 SEK
      sent S3 mirrors nobody, 10.00 SEK
      sent C3 credits S3, -11.00 SEK
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      sent S1 mirrors R1
      sent C1 credits S1, -1 250.00 SEK
      """, finds: ["credited-mirror R1 S1 -1250.00 SEK"])
  }
}
