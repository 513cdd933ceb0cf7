internal import Invoicing

/// Of like received invoices one was paired by content and one was not, and nothing tells which.
enum AmbiguousMatch: LedgerRule {
  static let name = "ambiguous-match"
  static let severity = Severity.medium

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    for row in matched.ambiguous.keys.sorted() {
      verdicts.append(Verdict(self, Case(matched, row)))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let other = narrator.matched.ambiguous[c.received].map { Evidence.received($0) }
    let isPaired = c.mirrors.contains { c.matched.linkage.links[Int($0)]?.step == .content }
    return Explanation(
      clause: isPaired
        ? "it was paired by content alone, and another received invoice of its date fits as well"
        : "another received invoice of its date was paired by content alone, and it fits as well",
      facts: narrator.wholeCase(c) + [other].compactMap { $0 })
  }
}
