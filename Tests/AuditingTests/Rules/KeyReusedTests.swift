import Testing

@Suite struct KeyReusedTests {
  private static let books = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
    sent S1 mirrors R1
    attempt at 2023-04-04T08:00:00Z for R1, created S1

    """

  @Test(arguments: [("2023-04-04T08:15:00Z", false), ("2023-04-04T08:15:00.000001Z", true)])
  func `the last return more than the window after the first is found`(
    at: String, isFound: Bool
  ) throws {
    try expect(
      Self.books + "attempt at \(at) for R1, replayed S1",
      finds: isFound ? ["key-reused R1 S1 0.00 SEK"] : [])
  }

  @Test(arguments: ["R1, conflict S1", "R1, timeout S1", "R1, failed S1", "R2, replayed S1"])
  func `only the case's own returns count`(attempt: String) throws {
    try expect(
      Self.books + """
        received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed
        sent S2 mirrors R2
        attempt at 2023-05-04T08:00:00Z for \(attempt)
        """, finds: [])
  }

  @Test func `every live mirror is judged, not only the kept one`() throws {
    try expect(
      Self.books + """
        sent S2 mirrors R1
        sent S3 mirrors R1, deleted
        attempt at 2023-04-04T08:00:00Z for R1, replayed S2
        attempt at 2023-05-04T08:00:00Z for R1, replayed S2
        attempt at 2023-05-04T08:00:00Z for R1, replayed S1
        attempt at 2023-04-04T08:00:00Z for R1, replayed S3
        attempt at 2023-05-04T08:00:00Z for R1, replayed S3
        """,
      finds: ["duplicate-mirror R1 S2 1250.00 SEK", "key-reused R1 S1;S2 0.00 SEK"])
  }
}
