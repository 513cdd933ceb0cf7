internal import Auditing
internal import Foundation
internal import Invoicing
internal import Reporting
internal import Testing

@Suite struct CaseStoryTests {
  @Test(arguments: ["1044", "1003", "1012", "1022", "1025", "1028", "1035", "1043", "1048", "1055"])
  func `a story reads as it always did`(id: String) throws {
    let story = try StoryFixture.story(of: id)
    try Golden.expect(CaseStoryText.text(of: story), is: "story-\(id).txt")
  }

  @Test(arguments: [40, 60, 140])
  func `a story fits the terminal`(width: Int) throws {
    let story = try StoryFixture.story(of: "1044")
    let style = TerminalStyle(width: width, isColoured: false)
    try Golden.expect(CaseStoryText.text(of: story, style: style), is: "story-1044-\(width).txt")
  }

  @Test func `a script gets the whole story`() throws {
    let text = CaseStoryJSON.text(of: try StoryFixture.story(of: "1044"))
    try Golden.expect(text, is: "story-1044.json")
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(read?["whereabouts"] as? String == "stale-key")
  }

  @Test func `every received invoice of the fixture is explained in lines of the width`() throws {
    let books = try StoryFixture.books()
    let audit = Auditor.audit(books)
    try #require(books.received.count > 50)
    for id in books.received.invoices.id.map(books.string) {
      let story = try #require(CaseStory(of: id, in: books))
      let found = audit.findings.filter { $0.record.receivedID == id }
      #expect(Set(story.findings.map(\.record.fingerprint)) == Set(found.map(\.record.fingerprint)))
      let lines = CaseStoryText.text(of: story).split(separator: "\n")
      #expect(lines.filter { $0.count > 100 } == [], "\(id)")
    }
  }
}
