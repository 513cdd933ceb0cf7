internal import Invoicing

/// The flag names anything but a live mirror of the case.
///
/// A flag that names what is not there counts only if the books reach back far enough.
enum WrongLink: CaseRule {
  static let name = "wrong-link"
  static let severity = Severity.low
  static let repair = RepairKind.markProcessed

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let kept = c.kept, let flag = c.flag else { return }
    let named = c.books.flags.mirrorID[flag]
    if named == c.books.sent.invoices.id[kept] { return }
    if named.isAbsent || c.matched.linkage.ignoresPointer(ofFlag: flag) { return }
    if let sent = c.matched.linkage.index.sentByID.first(named) {
      let isOwn = Int(c.matched.linkage.links[sent]?.received ?? -1) == c.received
      if isOwn, c.matched.isLive[sent] { return }
    }
    verdicts.append(Verdict(self, c, sentIDs: [named]))
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    var facts = narrator.mirrorAndInvoice(c)
    if let flag = c.flag { facts.append(.flag(flag)) }
    let named = verdict.sentIDs.compactMap { c.matched.linkage.index.sentByID.first($0) }
    facts += named.map { .sent($0, .named) }
    return Explanation(
      clause: "the flag names \(named.isEmpty ? "an invoice that is not there" : "an invoice") "
        + "that is no live mirror of this one",
      facts: facts)
  }
}
