import Auditing
import Testing

@Suite struct StaleKeyTests {
  private static let ended = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
    sent S1 mirrors R1, deleted, ended 2023-04-05T08:00:00Z

    """

  @Test(arguments: [
    "attempt at 2023-04-05T08:00:01Z for R1, replayed S1",
    "attempt at 2023-04-05T08:00:01Z for R1, created S1",
    "flag R1 processed at 2023-04-05T08:00:01Z",
    "flag R1 processed at 2023-04-05T08:00:01Z, naming S1",
  ]) func `what came back after its end is stale`(evidence: String) throws {
    try expect(Self.ended + evidence, finds: ["stale-key R1 S1 -1250.00 SEK"])
  }

  @Test(arguments: [
    "attempt at 2023-04-05T08:00:00Z for R1, replayed S1",
    "attempt at 2023-04-05T08:00:01Z for R1, timeout S1",
    "attempt at 2023-04-05T08:00:01Z for R1, conflict S1",
    "attempt at 2023-04-05T08:00:01Z for R1, replayed S9",
    "attempt at 2023-04-05T08:00:01Z for R2, replayed S1",
    "flag R1 processed at 2023-04-05T08:00:00Z",
    "flag R1 processed",
    "flag R1 unprocessed at 2023-04-05T08:00:01Z",
  ]) func `all else is no proof`(evidence: String) throws {
    let found = try audit(of: Self.ended + evidence).findings.map(\.record.rule)
    #expect(found.filter { $0 == "stale-key" } == [])
    #expect(found.contains("deleted-mirror"))
  }

  @Test func `a flag that names another invoice does not say that this one came back`() throws {
    try expect(
      Self.ended + """
        received R2 from Konsult A, 99.00 SEK, 2023-04-03, processed
        sent S2 mirrors R2
        flag R1 processed at 2023-04-05T08:00:01Z, naming S2
        """, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test(arguments: [
    ("2023-04-04T08:15:00Z", "deleted-mirror"), ("2023-04-04T08:15:00.000001Z", "stale-key"),
  ]) func `of an unknown end the window of retries decides`(last: String, rule: String) throws {
    let attempts = """
      attempt at 2023-04-04T08:00:00Z for R1, created S1
      attempt at \(last) for R1, replayed S1
      """
    let received = "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed\n"
    try expect(
      received + "sent S1 mirrors R1, cancelled\n" + attempts,
      finds: ["\(rule) R1 S1 -1250.00 SEK"])
    try expect(received + attempts, finds: ["\(rule) R1 S1 -1250.00 SEK"])
  }

  @Test func `the window can be configured`() throws {
    var settings = Settings()
    settings.retryWindowMinutes = 1
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      attempt at 2023-04-04T08:00:00Z for R1, created S1
      attempt at 2023-04-04T08:01:01Z for R1, replayed S1
      """, settings, finds: ["stale-key R1 S1 -1250.00 SEK"])
  }

  @Test func `all deleted, cancelled and vanished mirrors are named, credited ones are not`() throws
  {
    try expect(
      Self.ended + """
        sent 20 mirrors R1, cancelled
        sent S3 mirrors R1, credited
        attempt at 2023-04-05T09:00:00Z for R1, replayed S1
        attempt at 2023-04-05T09:30:00Z for R1, created 3
        """, finds: ["stale-key R1 3;20;S1 -1250.00 SEK"])
  }

  @Test func `a credited mirror that came back is no proof for a deleted one`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1, deleted, ended 2023-04-05T08:00:00Z
      sent S2 mirrors R1, credited, ended 2023-04-05T08:00:00Z
      attempt at 2023-04-06T08:00:00Z for R1, replayed S2
      """, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test func `a live mirror beside it settles the case`() throws {
    try expect(
      Self.ended + """
        sent S2 mirrors R1
        flag R1 processed at 2023-04-06T08:00:00Z, naming S2
        """, finds: [])
  }

  @Test func `a return that the cover makes unknown is no proof`() throws {
    try expect(
      """
      covers from 2023-04-01
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      attempt at 2023-04-10T23:59:59Z for R1, created S1
      attempt at 2023-04-11T00:30:00Z for R1, replayed S1
      """, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test func `a flag whose pointer the cover makes unknown names nothing`() throws {
    try expect(
      """
      covers from 2023-04-01
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      sent S1 mirrors R1, deleted, ended 2023-04-05T08:00:00Z
      flag R1 processed at 2023-04-10T08:00:00Z, naming S9
      """, finds: ["stale-key R1 S1 -1250.00 SEK"])
  }
}
