internal import Invoicing

/// For each currency and supplier: what was expected, what was billed, and why they differ.
enum TieOut {
  private struct Key: Hashable {
    let currency: Currency
    /// Absent: the row of the orphans.
    let supplier: Text
  }

  /// Rows by currency, then supplier's name.
  static func rows(
    _ matched: MatchedBooks, _ whereabouts: [Whereabouts?], _ verdicts: [Verdict]
  ) -> [TieOutRow] {
    var rows: [Key: TieOutRow] = [:]
    let books = matched.books
    func change(_ currency: Currency, _ supplier: Text, _ body: (inout TieOutRow) -> Void) {
      let new = { TieOutRow(currency: currency, supplier: books.string(supplier)) }
      body(&rows[Key(currency: currency, supplier: supplier), default: new()])
    }
    for (received, place) in whereabouts.enumerated() {
      guard let place else { continue }
      addReceived(Case(matched, received), place, change)
    }
    addSent(matched, change)
    for verdict in verdicts where verdict.effect != 0 {
      let supplier = verdict.received.map { books.received.supplier[$0] } ?? .absent
      change(verdict.currency, supplier) { $0.findings += verdict.effect }
    }
    return rows.values.sorted { a, b in
      if a.currency != b.currency { return a.currency < b.currency }
      return Array(a.supplier.utf8).lexicographicallyPrecedes(Array(b.supplier.utf8))
    }
  }

  /// One case's share in the rows, by currency: what it adds to each.
  static func share(of c: Case, _ place: Whereabouts, _ verdicts: [Verdict]) -> [TieOutRow] {
    let supplier = c.books.received.supplier[c.received]
    var rows: [Currency: TieOutRow] = [:]
    func change(_ currency: Currency, _: Text, _ body: (inout TieOutRow) -> Void) {
      let new = { TieOutRow(currency: currency, supplier: c.books.string(supplier)) }
      body(&rows[currency, default: new()])
    }
    addReceived(c, place, change)
    for mirror in c.mirrors { addSent(Int(mirror), of: supplier, c.matched, change) }
    for verdict in verdicts where verdict.received == c.received && verdict.effect != 0 {
      change(verdict.currency, supplier) { $0.findings += verdict.effect }
    }
    return rows.values.sorted { $0.currency < $1.currency }
  }

  private typealias Change = (Currency, Text, (inout TieOutRow) -> Void) -> Void

  private static func addReceived(_ c: Case, _ place: Whereabouts, _ change: Change) {
    let gross = Int128(c.gross)
    let supplier = c.books.received.supplier[c.received]
    switch place {
    case .cancelled, .mirrorOfCancelled, .receivedTwice: return
    case .pending:
      change(c.currency, supplier) { row in
        row.expected += gross
        row.receivedCount += 1
        row.pending -= gross
        row.pendingCount += 1
      }
    default:
      let tolerated = AmountDifference(c)?.tolerated ?? 0
      change(c.currency, supplier) { row in
        row.expected += gross
        row.receivedCount += 1
        row.tolerated += tolerated
      }
    }
  }

  private static func addSent(_ matched: MatchedBooks, _ change: Change) {
    let books = matched.books
    for sent in 0..<books.sent.count {
      if let link = matched.linkage.links[sent] {
        guard matched.isInScope[Int(link.received)] else { continue }
        addSent(sent, of: books.received.supplier[Int(link.received)], matched, change)
      } else if matched.linkage.isOrphan[sent], matched.isLive[sent] {
        addSent(sent, of: .absent, matched, change)
      }
    }
  }

  private static func addSent(
    _ sent: Int, of supplier: Text, _ matched: MatchedBooks, _ change: Change
  ) {
    let worth = matched.linkage.worth(sent: sent)
    let isLive = matched.isLive[sent]
    change(matched.books.sent.invoices.currency[sent], supplier) { row in
      row.mirrored += worth
      if isLive { row.mirroredCount += 1 }
    }
  }
}
