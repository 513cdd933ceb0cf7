import Foundation
import Testing

/// The story as `make story` plays it: the programs alone, and the files that they leave.
@Suite struct StoryTests {
  @Test func `the audit of the story is its truth, and the story is told alike each time`()
    throws
  {
    let story = try PlayedStory()
    #expect(story.narration.contains("Year 1, no keys: 168 invoices received"))
    _ = try Program.auditor.run(
      ["run", "--extract", story.path("extract"), "--out", story.path("report")], expecting: 2)
    let found = try Self.column(
      story.rows("report/findings.csv"),
      ["rule", "received_id", "sent_ids", "effect", "currency"])
    let truth = try Array(story.rows("extract/truth-findings.csv").dropFirst())
    try #require(truth.count > 60)
    #expect(found.map(Self.line).sorted() == truth.map(Self.line).sorted())
    let sums = ["currency", "supplier", "expected", "mirrored", "difference"]
    let audited = try Self.column(story.rows("report/tie-out.csv"), sums)
    let balanced = try Self.column(story.rows("extract/truth-tieout.csv"), sums)
    #expect(audited.map(Self.line) == balanced.map(Self.line))
    let unexplained = try Self.column(story.rows("extract/truth-tieout.csv"), ["unexplained"])
    #expect(unexplained.allSatisfy { $0 == ["0.00"] })
    try Self.expectSame(story, try PlayedStory())
  }

  /// Each rule that a story can reach: no system that speaks the API can keep an invoice whose
  /// sums are not the sums of its parts.
  @Test func `the story has every rule but one`() throws {
    let story = try PlayedStory()
    let rules = Set(try story.rows("extract/truth-findings.csv").dropFirst().map { $0[0] })
    #expect(rules.isSuperset(of: Self.rules))
  }

  private static let rules = [
    "mirror-of-cancelled", "received-twice", "stale-key", "deleted-mirror", "credited-mirror",
    "shared-key", "missing-mirror", "overdue-mirror", "duplicate-after-timeout",
    "duplicate-mirror", "unmarked-mirror", "unsent-mirror", "partly-credited", "wrong-customer",
    "wrong-currency", "unbilled-expense", "missing-lines", "wrong-amount", "wrong-vat",
    "missing-attachment", "wrong-link", "key-reused", "over-credited", "orphan-mirror",
    "source-missing", "source-differs", "never-received", "number-gap", "ambiguous-match",
  ]

  private static func expectSame(_ story: PlayedStory, _ other: PlayedStory) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: story.path("extract")).sorted()
    try #require(names.count == 10)
    for name in names {
      #expect(try story.data("extract/\(name)") == other.data("extract/\(name)"), "\(name)")
    }
    #expect(
      story.narration.split(separator: "\n").dropLast()
        == other.narration.split(separator: "\n").dropLast())
  }

  private static func column(_ rows: [[String]], _ names: [String]) throws -> [[String]] {
    let header = try #require(rows.first)
    let places = try names.map { try #require(header.firstIndex(of: $0)) }
    return rows.dropFirst().map { row in places.map { row[$0] } }
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: " ") }
}
