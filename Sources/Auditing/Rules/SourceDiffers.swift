internal import Invoicing

/// The supplier's own books have the invoice with other amounts, or not as an issued one.
enum SourceDiffers: LedgerRule {
  static let name = "source-differs"
  static let severity = Severity.high
  static let reads: ExtractFile? = .source

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let received = matched.books.received
    for row in 0..<received.count {
      let source = Int(matched.linkage.sourceOf[row])
      guard source >= 0, differs(matched.books, row, source) else { continue }
      guard matched.isInScope[row], received.status[row] != .cancelled,
        matched.keptInstead[row] < 0
      else { continue }
      let c = Case(matched, row)
      verdicts.append(
        Verdict(self, about: .source(source), in: c, currency: c.currency))
    }
  }

  /// Asked for every received invoice, and makes no words.
  private static func differs(_ books: Books, _ row: Int, _ source: Int) -> Bool {
    if books.received.invoices.gross[row] != books.source.invoices.gross[source]
      || books.received.invoices.net[row] != books.source.invoices.net[source]
      || books.received.invoices.vat[row] != books.source.invoices.vat[source]
      || books.received.invoices.currency[row] != books.source.invoices.currency[source]
    {
      return true
    }
    switch books.source.status[source] {
    case .draft, .cancelled, .credited: return true
    case .sent, .paid: return false
    }
  }

  /// What differs, as a clause; empty where nothing does.
  private static func differences(_ books: Books, _ row: Int, _ source: Int) -> String {
    let (a, b) = (books.received.invoices, books.source.invoices)
    var names: [String] = []
    if a.net[row] != b.net[source] { names.append("net") }
    if a.vat[row] != b.vat[source] { names.append("VAT") }
    if a.gross[row] != b.gross[source] { names.append("gross") }
    if a.currency[row] != b.currency[source] { names.append("currency") }
    var clauses: [String] = []
    if !names.isEmpty { clauses.append("another \(names.joined(separator: ", "))") }
    switch books.source.status[source] {
    case .draft, .cancelled, .credited:
      clauses.append("the status \(books.source.status[source].name)")
    case .sent, .paid: break
    }
    return clauses.joined(separator: " and ")
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .source(let source) = verdict.subject else { preconditionFailure("about a source") }
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause:
        "in the supplier's own books it has \(differences(c.books, c.received, source))",
      facts: [.received(c.received), .source(source)])
  }
}
