internal import Invoicing

/// The VAT differs, and the amount is not wrong: the net is right, or the gross is.
enum WrongVAT: CaseRule {
  static let name = "wrong-vat"
  static let severity = Severity.medium
  static let repair = RepairKind.replaceMirror

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let difference = AmountDifference.found(in: c),
      difference.isWrongVAT
    else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]], effect: difference.gross))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let left = AmountDifference(c)
    let net = left?.net ?? 0
    return Explanation(
      clause:
        "the mirror's VAT differs by \(narrator.money(left?.vat ?? 0, c.currency)) from the "
        + "received invoice's, "
        + (net == 0 ? "its net does not" : "and its net by \(narrator.money(net, c.currency))"),
      facts: narrator.mirrorAndInvoice(c))
  }
}
