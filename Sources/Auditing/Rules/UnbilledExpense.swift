internal import Invoicing

/// Lines of kinds that the engine skips are on the received invoice and not on the mirror.
enum UnbilledExpense: CaseRule {
  static let name = "unbilled-expense"
  static let severity = Severity.low
  static let reads: ExtractFile? = .lines

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let difference = AmountDifference.found(in: c),
      !difference.unbilled.rows.isEmpty
    else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]],
        effect: -difference.unbilled.gross))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let rows = AmountDifference(c)?.unbilled.rows ?? []
    return Explanation(
      clause: "the engine cannot mirror lines of this kind, and nobody billed them by hand",
      facts: narrator.mirrorAndInvoice(c) + rows.map { .line($0) })
  }
}
