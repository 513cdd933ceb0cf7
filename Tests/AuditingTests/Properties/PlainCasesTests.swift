import Invoicing
import Testing

@testable import Auditing

/// That plain cases are those which nobody need be asked of.
@Suite struct PlainCasesTests {
  @Test func `no rule finds anything in a plain case`() {
    var plain = 0
    for seed in PropertyRuns.seeds() {
      let matched = MatchedBooks(BookBuilder.books(RandomBooks.draw(seed: seed)), Settings())
      let found = PlainCases(matched).among(0..<matched.books.received.count)
      plain += found.count
      for row in found {
        let c = Case(matched, row)
        #expect(rules(of: c) == [], "seed \(seed)")
        #expect(Whereabouts(c) == .mirrored, "seed \(seed)")
        #expect(matched.isInScope[row], "seed \(seed)")
      }
    }
    #expect(plain > 0)
  }

  @Test func `a plain case adds to the tie-out what any case adds`() {
    var plain = 0
    for seed in PropertyRuns.seeds() {
      let matched = MatchedBooks(BookBuilder.books(RandomBooks.draw(seed: seed)), Settings())
      let found = PlainCases(matched).among(0..<matched.books.received.count)
      plain += found.count
      var (short, long) = (TieOut(), TieOut())
      for row in found {
        short.addPlain(row, matched.books.received)
        let c = Case(matched, row)
        long.add(c, Whereabouts(c))
      }
      #expect(short.rows(matched, []) == long.rows(matched, []), "seed \(seed)")
    }
    #expect(plain > 0)
  }

  @Test(arguments: [
    ("to Kund K, 1 250.00 SEK, sent", true), ("to Kund L, 1 250.00 SEK, sent", false),
    ("to Kund K, 1 250.01 SEK, sent", false), ("to Kund K, 1 250.00 EUR, sent", false),
    ("to Kund K, 1 250.00 SEK, draft", false), ("to Kund K, 1 250.00 SEK, deleted", false),
  ])
  func `a case is plain where its mirror is as it should be`(mirror: String, isPlain: Bool) throws {
    let rows = try BookText.read(
      """
      received R1 from Konsult A, 1 250.00 SEK, 2023-04-03, processed
      source for Kund K
      sent S1 mirrors R1, \(mirror)
      """)
    let matched = MatchedBooks(BookBuilder.books(rows), Settings())
    #expect(PlainCases(matched).among(0..<1) == (isPlain ? [0] : []))
  }

  private func rules(of c: Case) -> [String] {
    var verdicts: [Verdict] = []
    for rule in AllRules.ofCases { rule.judge(c, into: &verdicts) }
    return verdicts.map { $0.rule.name }
  }
}
