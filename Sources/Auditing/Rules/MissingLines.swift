internal import Invoicing

/// Lines of the received invoice are not on the mirror, which has fewer of them.
enum MissingLines: CaseRule {
  static let name = "missing-lines"
  static let severity = Severity.high
  static let repair = RepairKind.replaceMirror
  static let reads: ExtractFile? = .lines

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let difference = AmountDifference.found(in: c),
      !difference.missing.rows.isEmpty
    else { return }
    verdicts.append(
      Verdict(
        self, c, sentIDs: [c.books.sent.invoices.id[mirror]],
        effect: -difference.missing.gross))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let rows = AmountDifference(c)?.missing.rows ?? []
    return Explanation(
      clause: "lines of the received invoice were not carried over to the mirror",
      facts: narrator.mirrorAndInvoice(c) + rows.map { .line($0) })
  }
}
