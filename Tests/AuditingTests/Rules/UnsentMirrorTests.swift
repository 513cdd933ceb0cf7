import Auditing
import Testing

@Suite struct UnsentMirrorTests {
  @Test(arguments: [
    ("draft, created 2023-05-24T00:00:00Z", false), ("draft, created 2023-05-23T23:59:59Z", true),
    ("draft, created 2023-05-24T00:30:00+01:00", true), ("draft, 2023-05-24", false),
    ("draft, 2023-05-23", true), ("draft, 2023-05-01, created 2023-05-24T00:00:00Z", false),
    ("booked, created 2023-05-01T00:00:00Z", false), ("sent, 2023-05-01", false),
  ]) func `a draft is found more than seven days after it was made`(
    mirror: String, isFound: Bool
  ) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-01, processed
      sent S1 mirrors R1, \(mirror)
      """, finds: isFound ? ["unsent-mirror R1 S1 0.00 SEK"] : [])
  }

  @Test func `the days of grace can be configured`() throws {
    var settings = Settings()
    settings.graceDays = 30
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-01, processed
      sent S1 mirrors R1, draft
      """, settings, finds: [])
  }

  @Test func `only the kept mirror is judged`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-01, processed
      sent S1 mirrors R1, draft
      sent S2 mirrors R1, booked
      """, finds: ["duplicate-mirror R1 S1 1250.00 SEK"])
  }
}
