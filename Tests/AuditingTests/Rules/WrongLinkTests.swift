import Testing

@Suite struct WrongLinkTests {
  private static let books = """
    received R2 from Konsult A, 800.00 SEK, 2023-04-03, processed
    sent S2 mirrors R2
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03
    sent S1 mirrors R1
    sent S3 mirrors R1, deleted

    """

  @Test(arguments: ["S2", "S3", "S9"])
  func `a flag that names another's, a dead or no mirror is found`(named: String) throws {
    try expect(
      Self.books + "flag R1 processed naming \(named)", finds: ["wrong-link R1 \(named) 0.00 SEK"])
  }

  @Test func `a flag that is not set is judged too`() throws {
    try expect(
      Self.books + "flag R1 unprocessed naming S3",
      finds: ["unmarked-mirror R1 S1 0.00 SEK", "wrong-link R1 S3 0.00 SEK"])
  }

  @Test(arguments: ["flag R1 processed", "flag R1 processed naming S1"])
  func `a flag that names its mirror or none is right`(flag: String) throws {
    try expect(Self.books + flag, finds: [])
  }

  @Test func `any live mirror of the case will do`() throws {
    try expect(
      Self.books + """
        sent S4 mirrors R1
        flag R1 processed naming S4
        """, finds: ["duplicate-mirror R1 S1 1250.00 SEK"])
  }

  @Test(arguments: [("2023-04-10T23:59:59Z", false), ("2023-04-11T00:00:00Z", true)])
  func `ten days after the cover's beginning a name of nothing counts`(
    at: String, isFound: Bool
  ) throws {
    try expect(
      "covers from 2023-04-01\n" + Self.books + "flag R1 processed at \(at), naming S9",
      finds: isFound ? ["wrong-link R1 S9 0.00 SEK"] : [])
  }

  @Test func `without a live mirror the ladder tells it`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed, naming S1
      sent S1 mirrors R1, cancelled
      """, finds: ["deleted-mirror R1 S1 -1250.00 SEK"])
  }
}
