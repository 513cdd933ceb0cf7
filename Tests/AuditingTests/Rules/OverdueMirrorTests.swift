import Auditing
import Testing

@Suite struct OverdueMirrorTests {
  @Test(arguments: [("2023-05-24", false), ("2023-05-23", true), ("2023-06-30", false)])
  func `after more than seven days a missing mirror is overdue, before it is pending`(
    date: String, isOverdue: Bool
  ) throws {
    let books = "received R1 from Konsult A, 1 250.00 SEK, \(date)"
    try expect(books, finds: isOverdue ? ["overdue-mirror R1 - -1250.00 SEK"] : [])
    let row = try #require(try audit(of: books).tieOut.first)
    #expect(row.pending == (isOverdue ? 0 : -125_000))
    #expect(row.pendingCount == (isOverdue ? 0 : 1))
    #expect(row.expected == 125_000)
  }

  @Test func `days are those of the calendar in UTC`() throws {
    try expect(
      """
      taken 2023-06-01T01:59:59+02:00
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-24
      """, finds: [])
    try expect(
      """
      taken 2023-05-31T23:30:00-01:00
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-24
      """, finds: ["overdue-mirror R1 - -1250.00 SEK"])
  }

  @Test func `the days of grace can be configured`() throws {
    var settings = Settings()
    settings.graceDays = 0
    try expect(
      "received R1 from Konsult A, 1 250.00 SEK, 2023-05-30", settings,
      finds: ["overdue-mirror R1 - -1250.00 SEK"])
  }

  @Test func `a flag that is not set is none`() throws {
    try expect(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-05-23
      flag R1 unprocessed at 2023-05-24T08:00:00Z
      """, finds: ["overdue-mirror R1 - -1250.00 SEK"])
  }
}
