internal import Invoicing

/// The kept mirror is still a draft after the days of grace.
enum UnsentMirror: CaseRule {
  static let name = "unsent-mirror"
  static let severity = Severity.high
  static let repair = RepairKind.sendMirror

  static func judge(_ c: Case, into verdicts: inout [Verdict]) {
    guard let mirror = c.kept, c.books.sent.status[mirror] == .draft,
      age(of: mirror, c) > c.matched.settings.graceDays
    else { return }
    verdicts.append(Verdict(self, c, sentIDs: [c.books.sent.invoices.id[mirror]]))
  }

  private static func age(of mirror: Int, _ c: Case) -> Int {
    let sent = c.books.sent
    let made = sent.createdAt[mirror]?.date ?? sent.invoices.issueDate[mirror]
    return c.books.header.takenAt.date.days(since: made)
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let days = c.kept.map { age(of: $0, c) } ?? 0
    return Explanation(
      clause: "the mirror is still a draft after \(days) days: the customer has not got it",
      facts: narrator.mirrorAndInvoice(c))
  }
}
