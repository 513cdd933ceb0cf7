internal import Invoicing

/// A received invoice that its supplier's own books do not have.
///
/// Suppliers without any row in `source.csv` are not judged; the report names them.
enum SourceMissing: LedgerRule {
  static let name = "source-missing"
  static let severity = Severity.high
  static let reads: ExtractFile? = .source

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let received = matched.books.received
    for row in 0..<received.count where matched.linkage.sourceOf[row] < 0 {
      guard matched.isInScope[row], received.status[row] != .cancelled,
        matched.keptInstead[row] < 0,
        matched.suppliersWithSource[Int(received.supplier[row].index)],
        matched.linkage.scope.judgesPointer(of: received.invoices.issueDate[row])
      else { continue }
      verdicts.append(Verdict(self, Case(matched, row)))
    }
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    let c = narrator.caseOf(verdict)
    let number = narrator.string(c.books.received.invoices.number[c.received])
    return Explanation(
      clause: "the supplier's own books have no invoice with number \(number)",
      facts: [.received(c.received)])
  }
}
