internal import Invoicing

/// An invoice that a consulting company issued, and the group never received.
enum NeverReceived: LedgerRule {
  static let name = "never-received"
  static let severity = Severity.high
  static let reads: ExtractFile? = .source
  static let judgesCases = false

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let source = matched.books.source
    for row in 0..<source.count where !matched.linkage.isReceived[row] {
      let date = source.invoices.issueDate[row]
      let age = matched.books.header.takenAt.date.days(since: date)
      guard source.status[row] != .draft, source.status[row] != .cancelled,
        age > matched.settings.graceDays, matched.linkage.scope.isCompany(source.supplier[row]),
        matched.linkage.scope.judgesPointer(of: date)
      else { continue }
      verdicts.append(
        Verdict(self, about: .source(row), in: nil, currency: source.invoices.currency[row]))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .source(let source) = verdict.subject else { preconditionFailure("about a source") }
    return Explanation(
      clause: "the supplier issued it, and the group has no invoice with its number",
      facts: [.source(source)])
  }
}
