internal import Invoicing

/// The net is right and the VAT is not.
enum WrongVAT: CaseRule {
  static let name = "wrong-vat"
  static let severity = Severity.medium
  static let repair = RepairKind.replaceMirror

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let difference = AmountDifference(c),
      difference.isWrongVAT
    else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]], effect: difference.gross))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let left = AmountDifference(c)?.vat ?? 0
    return Explanation(
      clause:
        "the mirror's VAT differs by \(narrator.money(left, c.currency)) from the received "
        + "invoice's, its net does not",
      facts: narrator.mirrorAndInvoice(c))
  }
}
