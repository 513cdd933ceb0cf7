internal import Invoicing

/// The kept mirror goes to another customer than the supplier's own books name.
///
/// Effect: none; the money is billed, to the wrong one. Not this rule: no source
/// (`SourceMissing`), no live mirror (the ladder in `Whereabouts`).
enum WrongCustomer: CaseRule {
  static let name = "wrong-customer"
  static let severity = Severity.critical
  static let repair = RepairKind.replaceMirror
  static let reads: ExtractFile? = .source

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, let source = c.source else { return }
    let books = c.books
    guard books.sent.customer[mirror] != books.source.customer[source] else { return }
    verdicts.append(Verdict(self, c, sentIDs: [books.sent.invoices.id[mirror]]))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let billed = c.kept.map { narrator.string(c.books.sent.customer[$0]) } ?? ""
    return Explanation(
      clause: "the mirror bills \(billed), and the supplier's own books name another customer",
      facts: narrator.mirrorAndInvoice(c, withSource: true))
  }
}
