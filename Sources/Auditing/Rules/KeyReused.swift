internal import Invoicing

/// A key was used again long after its first answer: harmless while that mirror lives, the trap
/// once it is deleted.
enum KeyReused: CaseRule {
  static let name = "key-reused"
  static let severity = Severity.info
  static let reads: ExtractFile? = .attempts

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard c.kept != nil, c.attempts.count > 1 else { return }
    let ids = c.books.sent.invoices.id
    let reused = c.liveMirrors.map { ids[$0] }.filter { c.returnsSpanMoreThanWindow($0) }
    if !reused.isEmpty { verdicts.append(Verdict(self, c, sentIDs: reused)) }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let returns = c.attempts.map(Int.init).filter { attempt in
      verdict.sentIDs.contains { c.returned(attempt, $0) }
    }
    let mirrors = verdict.sentIDs.compactMap { c.matched.linkage.index.sentByID.first($0) }
    return Explanation(
      clause: "the old answer came back long after it was given: harmless while the mirror lives, "
        + "a trap once it is deleted",
      facts: [.received(c.received)] + mirrors.map { .sent($0, .mirror) }
        + returns.map { .attempt($0) })
  }
}
