internal import Invoicing

/// The kept mirror bills in another currency.
///
/// Effect: in two rows, the gross missing in the received currency and the gross too much in the
/// mirror's. The rules that compare amounts then rest.
enum WrongCurrency: CaseRule {
  static let name = "wrong-currency"
  static let severity = Severity.critical
  static let repair = RepairKind.replaceMirror

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, c.books.sent.invoices.currency[mirror] != c.currency else { return }
    let sent = c.books.sent.invoices
    let ids = [sent.id[mirror]]
    verdicts.append(Verdict(self, c, sentIDs: ids, effect: -Int128(c.gross)))
    verdicts.append(
      Verdict(
        self, c, sentIDs: ids, currency: sent.currency[mirror],
        effect: Int128(sent.gross[mirror])))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let billed = c.kept.map { narrator.gross(sent: $0) } ?? ""
    return Explanation(
      clause: "the mirror bills \(billed) for \(narrator.gross(received: c.received)), "
        + "which is \(narrator.money(verdict.effect, verdict.currency))",
      facts: narrator.mirrorAndInvoice(c))
  }
}
