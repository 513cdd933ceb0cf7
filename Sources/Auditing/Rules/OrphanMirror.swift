internal import Invoicing

/// A live invoice says that it mirrors one that is not there.
enum OrphanMirror: LedgerRule {
  static let name = "orphan-mirror"
  static let severity = Severity.high
  static let judgesCases = false

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let sent = matched.books.sent
    for row in 0..<sent.count where matched.linkage.isOrphan[row] && matched.isLive[row] {
      verdicts.append(
        Verdict(
          self, about: .sent(row), in: nil, sentIDs: [sent.invoices.id[row]],
          currency: sent.invoices.currency[row], effect: matched.worth(sent: row)))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .sent(let mirror) = verdict.subject else { preconditionFailure("about a mirror") }
    let stated = narrator.string(narrator.books.sent.mirrorOf[mirror])
    return Explanation(
      clause: "it says that it mirrors received invoice \(stated), which is not there",
      facts: [.sent(mirror, .orphan)])
  }
}
