internal import Invoicing

/// A dead mirror was credited beyond what it billed.
enum OverCredited: LedgerRule {
  static let name = "over-credited"
  static let severity = Severity.high

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let (isLive, invoices) = (matched.isLive, matched.books.sent.invoices)
    for mirror in isLive.indices where !isLive[mirror] {
      guard let c = matched.caseOf(sent: mirror) else { continue }
      let worth = matched.worth(sent: mirror)
      if worth == 0 { continue }
      verdicts.append(
        Verdict(
          self, about: .sent(mirror), in: c, sentIDs: [invoices.id[mirror]],
          currency: invoices.currency[mirror], effect: worth))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .sent(let mirror) = verdict.subject else { preconditionFailure("about a mirror") }
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause: "a mirror of \(narrator.gross(sent: mirror)) was credited beyond what it billed, by "
        + narrator.money(verdict.effect, verdict.currency),
      facts: [.received(c.received), .sent(mirror, .mirror)]
        + narrator.corrections(of: mirror))
  }
}
