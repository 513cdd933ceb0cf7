internal import Invoicing

/// Numbers are missing in a series of sent invoices.
enum NumberGap: LedgerRule {
  static let name = "number-gap"
  static let severity = Severity.info
  static let judgesCases = false

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    for (place, gap) in matched.gaps.enumerated() {
      verdicts.append(
        Verdict(
          self, about: .gap(place), in: nil,
          currency: matched.books.sent.invoices.currency[gap.after]))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .gap(let place) = verdict.subject else { preconditionFailure("about a gap") }
    let gap = narrator.matched.gaps[place]
    return Explanation(
      clause: "\(gap.number) is missing in the series of sent invoices",
      facts: [.sent(gap.before, .neighbour), .sent(gap.after, .neighbour)])
  }
}
