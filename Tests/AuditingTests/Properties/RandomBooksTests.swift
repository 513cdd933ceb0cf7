import Invoicing
import Testing

@testable import Auditing

/// What holds of any books; where it does not, the seed is told that draws them again.
@Suite struct RandomBooksTests {
  @Test func `every audit keeps what always holds`() {
    for seed in PropertyRuns.seeds() {
      let audit = Auditor.audit(BookBuilder.books(RandomBooks.draw(seed: seed)))
      #expect(AuditInvariants.broken(by: audit) == [], "seed \(seed)")
    }
  }

  @Test func `each case has exactly one answer to where its mirror is`() {
    var answers: [String: Int] = [:]
    for seed in PropertyRuns.seeds() {
      let rows = RandomBooks.draw(seed: seed)
      let ladder = LadderAnswers(Auditor.audit(BookBuilder.books(rows)), rows)
      #expect(ladder.faults == [], "seed \(seed)")
      answers.merge(ladder.counts) { $0 + $1 }
    }
    let rules = Ladder.rules.map { $0.name }
    #expect(Set(answers.keys) == Set(rules + ["cancelled", "pending", "mirrored"]))
  }

  @Test func `the order of the rows means nothing`() {
    for seed in PropertyRuns.seeds(oneOf: 2) {
      var rows = RandomBooks.draw(seed: seed)
      let audit = Auditor.audit(BookBuilder.books(rows))
      var random = SplitMix(seed: seed)
      rows.shuffle(using: &random)
      let shuffled = Auditor.audit(BookBuilder.books(rows))
      #expect(changes(audit, shuffled) == [], "seed \(seed)")
      #expect(audit.tieOut == shuffled.tieOut, "seed \(seed)")
      #expect(
        lines(audit.links, audit.books) == lines(shuffled.links, shuffled.books), "seed \(seed)")
      #expect(audit.outOfScope == shuffled.outOfScope, "seed \(seed)")
      #expect(audit.suppliersWithoutSource == shuffled.suppliersWithoutSource, "seed \(seed)")
      #expect(audit.totals == shuffled.totals, "seed \(seed)")
    }
  }

  @Test func `the order in which rules run changes nothing`() {
    for seed in PropertyRuns.seeds(oneOf: 2) {
      let books = BookBuilder.books(RandomBooks.draw(seed: seed))
      var random = SplitMix(seed: seed)
      let audit = Auditor.audit(books)
      let other = Auditor.audit(
        books, Settings(), caseRules: AllRules.ofCases.shuffled(using: &random),
        ledgerRules: AllRules.ofLedgers.shuffled(using: &random))
      #expect(changes(audit, other) == [], "seed \(seed)")
      #expect(audit.tieOut == other.tieOut, "seed \(seed)")
      #expect(audit.rules == other.rules, "seed \(seed)")
    }
  }

  @Test func `random books meet every rule`() {
    var met: Set<String> = []
    for seed in PropertyRuns.seeds() {
      let audit = Auditor.audit(BookBuilder.books(RandomBooks.draw(seed: seed)))
      met.formUnion(audit.findings.map(\.record.rule))
    }
    #expect(Set(AllRules.all.map { $0.name }).subtracting(met) == [])
  }

  /// The causes of findings that one of two audits alone has.
  private func changes(_ a: Audit, _ b: Audit) -> [String] {
    let (first, second) = (a.findings.map(\.record), b.findings.map(\.record))
    if first == second { return [] }
    return (first.filter { !second.contains($0) } + second.filter { !first.contains($0) }).map {
      "\($0.rule): \($0.cause)"
    } + ["in another order or number"]
  }
}
