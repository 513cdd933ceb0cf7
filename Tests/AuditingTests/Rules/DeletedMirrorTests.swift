import Testing

@Suite struct DeletedMirrorTests {
  private static let received = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-05-30

    """

  @Test(arguments: ["deleted", "cancelled"])
  func `an ended mirror without proof of a return is found, journal or not`(status: String) throws {
    let sent = "sent S1 mirrors R1, \(status)"
    try expect(Self.received + sent, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
    try expect(
      "without attempts\n" + Self.received + sent, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test(arguments: [
    "attempt at 2023-05-30T08:00:00Z for R1, created S1",
    "attempt at 2023-05-30T08:00:00Z for R1, conflict S1",
    "flag R1 unprocessed naming S1",
    "flag R1 processed naming S1",
    "vanished S1 of R1, seen 2023-05-30T08:00:00Z",
  ]) func `a mirror that is named or remembered and not there has vanished`(evidence: String) throws
  {
    try expect(Self.received + evidence, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }

  @Test func `a vanished mirror is of the earliest attempt, then the smallest flag, then the past`()
    throws
  {
    let books = """
      received 9 from Konsult A, 1 250.00 SEK, 2023-05-30, number 7
      received 10 from Konsult A, 1 250.00 SEK, 2023-05-30, number 8
      vanished S1 of 10, seen 2023-05-30T08:00:00Z

      """
    let (ofNine, ofTen) = (
      "deleted-mirror 9 S1 -1250.00 SEK", "deleted-mirror 10 S1 -1250.00 SEK"
    )
    try expect(books, finds: [ofTen])
    let flags = books + "flag 10 processed naming S1\nflag 9 processed naming S1\n"
    try expect(flags, finds: [ofNine, "missing-mirror 10 - -1250.00 SEK"])
    let attempts =
      flags + """
        attempt at 2023-05-30T08:00:00Z for ghost, created S1
        attempt at 2023-05-30T09:00:00Z for 10, timeout S1

        """
    try expect(attempts, finds: ["missing-mirror 9 - -1250.00 SEK", ofTen])
    try expect(
      attempts + "attempt at 2023-05-30T09:00:00Z for 9, failed S1",
      finds: [ofNine, "shared-key 10 S1 -1250.00 SEK"])
  }

  @Test func `what is there has not vanished`() throws {
    try expect(
      Self.received + """
        flag R1 processed
        sent S1, 1 251.00 SEK
        vanished S1 of R1, seen 2023-05-30T08:00:00Z
        """, finds: ["missing-mirror R1 - -1250.00 SEK"])
  }

  @Test(arguments: [
    ("2023-05-10T23:59:59Z", "missing-mirror R1 - -1250.00 SEK"),
    ("2023-05-11T00:00:00Z", "deleted-mirror R1 S1 -1250.00 SEK"),
  ]) func `ten days after the cover's beginning a pointer to nothing counts`(
    at: String, finding: String
  ) throws {
    let books = "covers from 2023-05-01\n" + Self.received
    try expect(books + "flag R1 processed at \(at), naming S1", finds: [finding])
    try expect(
      books + "flag R1 processed\nattempt at \(at) for R1, created S1", finds: [finding])
  }

  @Test func `a flag without a moment does not count under a cover`() throws {
    try expect(
      "covers from 2023-05-01\n" + Self.received + "flag R1 processed naming S1",
      finds: ["missing-mirror R1 - -1250.00 SEK"])
  }
}
