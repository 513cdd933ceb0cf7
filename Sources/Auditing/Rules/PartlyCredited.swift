internal import Invoicing

/// The kept mirror is corrected by less than its gross.
enum PartlyCredited: CaseRule {
  static let name = "partly-credited"
  static let severity = Severity.medium

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept else { return }
    let corrections = c.matched.linkage.corrections(of: mirror)
    guard corrections.count > 0 else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]],
        currency: c.books.sent.invoices.currency[mirror], effect: corrections.sum))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause: "the mirror was corrected by \(narrator.money(verdict.effect, verdict.currency)), "
        + "which the supplier's invoice was not",
      facts: narrator.mirrorAndInvoice(c)
        + (c.kept.map { narrator.corrections(of: $0) } ?? []))
  }
}
