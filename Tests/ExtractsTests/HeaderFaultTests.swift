import Extracts
import Invoicing
import Testing

/// `extract.json`: what is read, and every fault with its whole text.
@Suite struct HeaderFaultTests {
  @Test func `all keys are read`() throws {
    let json = """
      {"format": "mirror-extract/1", "group": "Grupp Å", "taken_at": "2023-05-31T08:00:00+02:00",
       "covers": {"from": "2023-04-01"}, "companies": ["Konsult Nord AB", "B"]}
      """
    let header = try ExtractOnDisk(["extract.json": json]).read().header
    #expect(header.group == "Grupp Å")
    #expect(header.takenAt.description == "2023-05-31T06:00:00Z")
    #expect(header.coversFrom?.description == "2023-04-01")
    #expect(header.companies == ["Konsult Nord AB", "B"])
    #expect(header.sha256.count == 64)
  }

  static let cases: [(json: String, prints: String)] = [
    (
      "[1]",
      """
      extract.json: it is no object
        expected: an object with format, group and taken_at
      """
    ),
    (
      "{}",
      """
      extract.json: format: the key is missing
        expected: "mirror-extract/1"
      extract.json: group: the key is missing
        expected: the group's name, a text that is not empty
      extract.json: taken_at: the key is missing
        expected: a moment as YYYY-MM-DDTHH:MM:SSZ, as in "2023-05-31T06:00:00Z"
      """
    ),
    (
      """
      {"format": "mirror-extract/2", "group": "", "taken_at": "2023-05-31", "covers": [],
       "companies": ["A", ""], "compnies": 1}
      """,
      """
      extract.json: format: the value is "mirror-extract/2"
        expected: "mirror-extract/1"
      extract.json: group: the value is ""
        expected: the group's name, a text that is not empty
      extract.json: taken_at: the value is "2023-05-31"
        expected: a moment as YYYY-MM-DDTHH:MM:SSZ, as in "2023-05-31T06:00:00Z"
      extract.json: covers: the value is a list
        expected: an object with from alone, as in {"from": "2023-04-01"}
      extract.json: companies: the value is a list
        expected: a list of the consulting companies' names, none of them empty
      extract.json: compnies: the key is not known
        expected: format, group, taken_at, covers and companies alone
      """
    ),
    (
      """
      {"format": "mirror-extract/1", "group": "G", "taken_at": "2023-05-31T06:00:00Z",
       "covers": {"from": 2023}}
      """,
      """
      extract.json: covers.from: the value is the number 2023.0
        expected: a date of the calendar as YYYY-MM-DD, as in "2023-04-01"
      """
    ),
    (
      #"""
      {"format": "mirror-extract/1", "group": "G", "taken_at": "\u001b[2J", "a\u009b": 1}
      """#,
      """
      extract.json: taken_at: the value is "\u{241b}[2J"
        expected: a moment as YYYY-MM-DDTHH:MM:SSZ, as in "2023-05-31T06:00:00Z"
      extract.json: a\u{fffd}: the key is not known
        expected: format, group, taken_at, covers and companies alone
      """
    ),
  ]

  @Test(arguments: cases)
  func `what is wrong is told at once`(_ json: String, _ prints: String) throws {
    #expect(try ExtractOnDisk(["extract.json": json]).failure() == prints)
  }

  @Test(arguments: ["", "{", "{\"format\": }", "\u{0}"])
  func `what is no JSON is a fault`(_ json: String) throws {
    let failure = try ExtractOnDisk(["extract.json": json]).failure()
    #expect(failure.hasPrefix("extract.json: it is no JSON: "))
    #expect(failure.hasSuffix("\n  expected: an object with format, group and taken_at"))
  }
}
