internal import Invoicing

/// The supplier's own books have the invoice with other amounts, or not as an issued one.
enum SourceDiffers: LedgerRule {
  static let name = "source-differs"
  static let severity = Severity.high
  static let reads: ExtractFile? = .source

  static func judge(_ matched: MatchedBooks, into verdicts: inout [Verdict]) {
    let received = matched.books.received
    for start in stride(from: 0, to: received.count, by: rowsAtOnce) {
      for pair in differing(start..<min(start + rowsAtOnce, received.count), matched)
      where received.status[pair.row] != .cancelled && matched.keptInstead[pair.row] < 0 {
        let c = Case(matched, pair.row)
        verdicts.append(
          Verdict(self, about: .source(pair.source), in: c, currency: c.currency))
      }
    }
  }

  private static let rowsAtOnce = 512

  private typealias Pair = (row: Int, source: Int)

  /// Sources stand anywhere: one column is compared after the other, so that the loops are short
  /// and memory answers for many rows at once.
  private static func differing(_ rows: Range<Int>, _ matched: MatchedBooks) -> [Pair] {
    let (a, source) = (matched.books.received.invoices, matched.books.source)
    let (b, sourceOf) = (source.invoices, matched.linkage.sourceOf)
    let pairs: [Pair] = rows.filter { sourceOf[$0] >= 0 && matched.isInScope[$0] }
      .map { ($0, Int(sourceOf[$0])) }
    var differ = [Bool](repeating: false, count: pairs.count)
    func mark(_ isOther: (Pair) -> Bool) {
      for (place, pair) in pairs.enumerated() where isOther(pair) { differ[place] = true }
    }
    mark { a.gross[$0.row] != b.gross[$0.source] }
    mark { a.net[$0.row] != b.net[$0.source] }
    mark { a.vat[$0.row] != b.vat[$0.source] }
    mark { a.currency[$0.row] != b.currency[$0.source] }
    mark { isWithdrawn(source.status[$0.source]) }
    return pairs.indices.filter { differ[$0] }.map { pairs[$0] }
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
      facts: [.received(c.received), .source(source)])
  }
}
