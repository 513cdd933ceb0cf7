internal import Invoicing

/// A dead mirror was credited beyond what it billed.
enum OverCredited: LedgerRule {
  static let name = "over-credited"
  static let severity = Severity.high

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    for received in 0..<matched.books.received.count where matched.isInScope[received] {
      for mirror in matched.mirrorsOfReceived.of(received) where !matched.isLive[Int(mirror)] {
        let worth = matched.worth(sent: Int(mirror))
        if worth == 0 { continue }
        verdicts.append(
          Verdict(
            self, about: .sent(Int(mirror)), in: Case(matched, received),
            sentIDs: [matched.books.sent.invoices.id[Int(mirror)]],
            currency: matched.books.sent.invoices.currency[Int(mirror)], effect: worth))
      }
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
