import Testing

@Suite struct DuplicateAfterTimeoutTests {
  private static let received =
    "received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1\n"

  @Test(arguments: [
    ("2023-04-04T08:15:00Z", "duplicate-after-timeout"),
    ("2023-04-04T07:45:00Z", "duplicate-after-timeout"),
    ("2023-04-04T08:15:00.000001Z", "duplicate-mirror"),
  ]) func `two creates within a quarter of an hour are a retry`(at: String, rule: String) throws {
    try expect(
      Self.received + """
        sent S1 mirrors R1, created 2023-04-04T08:00:00Z
        sent S2 mirrors R1, created \(at)
        """, finds: ["\(rule) R1 S2 1250.00 SEK"])
  }

  @Test func `an attempt that timed out is a sign, however long ago`() throws {
    try expect(
      Self.received + """
        sent S1 mirrors R1, created 2023-04-04T08:00:00Z
        sent S2 mirrors R1, created 2023-05-04T08:00:00Z
        attempt at 2023-04-03T08:00:00Z for R1, timeout
        """, finds: ["duplicate-after-timeout R1 S2 1250.00 SEK"])
  }

  @Test(arguments: ["created S1", "replayed S1", "failed", "conflict"])
  func `other outcomes and another's timeout are none`(outcome: String) throws {
    try expect(
      Self.received + """
        sent S1 mirrors R1, created 2023-04-04T08:00:00Z
        sent S2 mirrors R1
        attempt at 2023-04-04T08:00:00Z for R1, \(outcome)
        attempt at 2023-04-04T08:00:00Z for R2, timeout
        """, finds: ["duplicate-mirror R1 S2 1250.00 SEK"])
  }

  @Test func `only live mirrors are compared`() throws {
    try expect(
      Self.received + """
        sent S1 mirrors R1, created 2023-04-04T08:00:00Z
        sent S2 mirrors R1, created 2023-04-04T08:05:00Z, deleted
        sent S3 mirrors R1, created 2023-04-04T09:00:00Z
        """, finds: ["duplicate-mirror R1 S3 1250.00 SEK"])
  }

  @Test func `of three, two near ones are enough`() throws {
    try expect(
      Self.received + """
        sent S1 mirrors R1, created 2023-04-04T08:00:00Z
        sent S2 mirrors R1, created 2023-04-05T08:00:00Z
        sent S3 mirrors R1, created 2023-04-05T08:15:00Z
        """, finds: ["duplicate-after-timeout R1 S2;S3 2500.00 SEK"])
  }

  @Test func `the invoice that a timed-out create left, and that nothing names`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S2
      sent S1, created 2023-04-04T08:00:00Z
      sent S2 mirrors R1, created 2023-04-04T08:01:00Z
      attempt at 2023-04-04T08:00:00Z for R1, timeout
      """, finds: ["duplicate-after-timeout R1 S1 1250.00 SEK"])
  }
}
