internal import Invoicing

/// The net differs, and the gross by more than the tolerance, lines set aside not counted.
enum WrongAmount: CaseRule {
  static let name = "wrong-amount"
  static let severity = Severity.high
  static let repair = RepairKind.replaceMirror

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let difference = AmountDifference.found(in: c),
      difference.isWrongAmount
    else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]], effect: difference.gross))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let billed = c.kept.map { narrator.gross(sent: $0) } ?? ""
    return Explanation(
      clause:
        "the mirror bills \(billed) for \(narrator.gross(received: c.received)), of which "
        + "\(narrator.money(verdict.effect, verdict.currency)) has no other reason",
      facts: narrator.mirrorAndInvoice(c))
  }
}
