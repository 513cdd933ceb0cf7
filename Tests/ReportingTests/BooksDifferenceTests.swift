internal import Auditing
internal import Reporting
internal import Testing

@Suite struct BooksDifferenceTests {
  private func difference() throws -> BooksDifference {
    let before = try StoryFixture.booksBefore(in: try TemporaryFolder())
    return BooksDifference(
      from: Auditor.audit(before), to: Auditor.audit(try StoryFixture.books()))
  }

  @Test func `a difference reads as it always did`() throws {
    try Golden.expect(BooksDifferenceText.text(of: try difference()), is: "difference.txt")
  }

  @Test func `a difference fits a narrow terminal`() throws {
    let style = TerminalStyle(width: 60, isColoured: false)
    try Golden.expect(
      BooksDifferenceText.text(of: try difference(), style: style), is: "difference-60.txt")
  }

  @Test func `a script gets all of a difference`() throws {
    try Golden.expect(BooksDifferenceJSON.text(of: try difference()), is: "difference.json")
  }
}
