internal import Invoicing

/// The supplier's own books have the invoice with other amounts, or not as an issued one.
enum SourceDiffers: LedgerRule {
  static let name = "source-differs"
  static let severity = Severity.high
  static let reads: ExtractFile? = .source

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let (received, source) = (matched.books.received, matched.books.source)
    let (sourceOf, invoices) = (matched.linkage.sourceOf, received.invoices)
    for row in sourceOf.indices where matched.isInScope[row] && sourceOf[row] >= 0 {
      let place = Int(sourceOf[row])
      guard differ(invoices, row, source.invoices, place) || isWithdrawn(source.status[place]),
        received.status[row] != .cancelled, matched.keptInstead[row] < 0
      else { continue }
      let c = Case(matched, row)
      verdicts.append(
        Verdict(self, about: .source(place), in: c, currency: c.currency))
    }
  }

  private static func differ(
    _ a: InvoiceColumns, _ row: Int, _ b: InvoiceColumns, _ source: Int
  ) -> Bool {
    a.gross[row] != b.gross[source] || a.net[row] != b.net[source]
      || a.vat[row] != b.vat[source] || a.currency[row] != b.currency[source]
  }

  /// Whether it was not issued, or is no longer.
  private static func isWithdrawn(_ status: SourceStatus) -> Bool {
    switch status {
    case .draft, .cancelled, .credited: true
    case .sent, .paid: false
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
    let status = books.source.status[source]
    if isWithdrawn(status) { clauses.append("the status \(status.name)") }
    return clauses.joined(separator: " and ")
  }

  static func explain(_ verdict: Verdict, _ narrator: Narrator) -> Explanation {
    guard case .source(let source) = verdict.subject else { preconditionFailure("about a source") }
    let c = narrator.caseOf(verdict)
    return Explanation(
      clause:
        "in the supplier's own books it has \(differences(c.books, c.received, source))",
      facts: [narrator.received(c.received), narrator.source(source)])
  }
}
