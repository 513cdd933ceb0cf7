import Auditing
import Testing

@Suite struct NeverReceivedTests {
  private static let received = """
    received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, cancelled
    source for Kund K

    """

  @Test(arguments: [
    ("number 7", true), ("number 7, draft", false), ("number 7, cancelled", false),
    ("number 7, credited", true), ("number 7, paid", true), ("number 7, 2023-05-24", false),
    ("number 7, 2023-05-23", true), ("credit-note", true), ("from Konsult B", true),
    ("1 251.00 SEK", false),
  ]) func `an issued invoice that nobody received is found after the days of grace`(
    source: String, isFound: Bool
  ) throws {
    try expect(
      Self.received + "source q2 for Kund K, \(source)",
      finds: isFound ? ["never-received - - 0.00 SEK"] : [])
  }

  @Test func `it is told by supplier, number and the source's own id`() throws {
    let found = try findings(
      of: "never-received",
      in: Self.received + "source q2 for Kund K, number 7\nsource q3 for Kund K, number 7")
    #expect(found.map(\.record.supplier) == ["Konsult A", "Konsult A"])
    #expect(found.map(\.record.number) == ["7", "7"])
    #expect(found[0].record.fingerprint != found[1].record.fingerprint)
  }

  @Test(arguments: [("2023-04-10", false), ("2023-04-11", true)])
  func `under a cover it counts from ten days after the beginning`(date: String, isFound: Bool)
    throws
  {
    try expect(
      "covers from 2023-04-01\n" + Self.received + "source q2 for Kund K, number 7, \(date)",
      finds: isFound ? ["never-received - - 0.00 SEK"] : [])
  }

  @Test func `sources of other suppliers are out of scope`() throws {
    try expect(
      "companies \"Konsult A\"\n" + Self.received + "source q2 for Kund K, from Hyra", finds: [])
  }
}
