import Testing

@Suite struct SharedKeyTests {
  private static let books = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
    received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed
    sent S2 mirrors R2

    """

  @Test(arguments: ["created", "replayed", "conflict", "timeout", "failed"])
  func `an attempt that names another's mirror, whatever its outcome`(outcome: String) throws {
    try expect(
      Self.books + "attempt at 2023-04-04T08:00:00Z for R1, \(outcome) S2",
      finds: ["shared-key R1 S2 -1250.00 SEK"])
  }

  @Test func `another's dead and vanished mirrors count too`() throws {
    try expect(
      Self.books + """
        sent S3 mirrors R2, deleted
        attempt at 2023-04-04T08:00:00Z for R2, failed S9
        attempt at 2023-04-04T09:00:00Z for R1, conflict S9
        attempt at 2023-04-04T10:00:00Z for R1, conflict S3
        """, finds: ["shared-key R1 S3;S9 -1250.00 SEK"])
  }

  @Test func `the other may be out of scope`() throws {
    try expect(
      """
      companies "Konsult A"
      received R2 from Hyra, 800.00 SEK, 2023-04-03
      sent S2 mirrors R2
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      attempt at 2023-04-04T08:00:00Z for R1, replayed S2
      """, finds: ["shared-key R1 S2 -1250.00 SEK"])
  }

  @Test func `one with a dead mirror of its own is not this`() throws {
    try expect(
      Self.books + """
        sent S1 mirrors R1, 1 250.00 SEK, deleted
        attempt at 2023-04-04T08:00:00Z for R1, replayed S2
        """, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test(arguments: ["flag R1 processed naming S2", "flag R1 processed naming S3"])
  func `a flag that names another's mirror is not this, nor is an invoice of nobody`(
    flag: String
  ) throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
      received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed
      sent S2 mirrors R2
      sent S3 mirrors nobody, 10.00 SEK, deleted
      attempt at 2023-04-04T08:00:00Z for R1, conflict S3
      \(flag)
      """, finds: ["missing-mirror R1 - -1250.00 SEK"])
  }

  @Test func `an attempt whose pointer the cover makes unknown names nothing`() throws {
    try expect(
      """
      covers from 2023-04-01
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      received R2 from Konsult A, 800.00 SEK, 2023-04-03
      attempt at 2023-04-10T08:00:00Z for R1, created S9
      attempt at 2023-04-11T08:00:00Z for R2, created S9
      """,
      finds: ["missing-mirror R1 - -1250.00 SEK", "deleted-mirror R2 S9 -800.00 SEK"])
  }
}
