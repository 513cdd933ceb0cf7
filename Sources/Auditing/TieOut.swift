internal import Invoicing

/// For each currency and supplier: what was expected, what was billed, and why they differ.
struct TieOut: Sendable {
  private struct Key: Hashable, Sendable {
    let currency: Currency
    /// Absent: the row of the orphans.
    let supplier: Text
  }

  private var places: [Key: Int] = [:]
  /// Keys that were asked for last, with their places, where a few bits of each lead: there are
  /// few suppliers and many invoices.
  private var recent = [(key: Key, place: Int)?](repeating: nil, count: 256)
  /// Their suppliers are named at the end.
  private var sums: [TieOutRow] = []

  /// Adds what others have summed.
  mutating func add(_ other: Self) {
    for (key, place) in other.places {
      sums[self.place(key.currency, key.supplier)].add(other.sums[place])
    }
  }

  /// Rows by currency, then supplier's name, once all cases have been added.
  consuming func rows(_ matched: MatchedBooks, _ verdicts: [Verdict]) -> [TieOutRow] {
    var tieOut = self
    tieOut.addOrphans(matched)
    for verdict in verdicts where verdict.effect != 0 {
      let supplier = verdict.received.map { matched.books.received.supplier[$0] }
      tieOut.add(verdict, to: supplier ?? .absent)
    }
    return tieOut.rows(matched.books)
  }

  /// One case's share in the rows, by currency: what it adds to each.
  static func share(of c: Case, _ place: Whereabouts, _ verdicts: [Verdict]) -> [TieOutRow] {
    let supplier = c.books.received.supplier[c.received]
    var tieOut = Self()
    tieOut.add(c, place)
    for verdict in verdicts where verdict.received == c.received && verdict.effect != 0 {
      tieOut.add(verdict, to: supplier)
    }
    return tieOut.rows(c.books)
  }

  private func rows(_ books: Books) -> [TieOutRow] {
    places.map { key, place in
      var row = sums[place]
      row.supplier = books.string(key.supplier)
      return row
    }.sorted { a, b in
      if a.currency != b.currency { return a.currency < b.currency }
      return Array(a.supplier.utf8).lexicographicallyPrecedes(Array(b.supplier.utf8))
    }
  }

  private mutating func place(_ currency: Currency, _ supplier: Text) -> Int {
    let key = Key(currency: currency, supplier: supplier)
    let slot = (Int(supplier.index) &* 7 &+ currency.ordinal) & 255
    if let last = recent[slot], last.key == key { return last.place }
    let place = places[key] ?? sums.count
    if place == sums.count {
      places[key] = place
      sums.append(TieOutRow(currency: currency, supplier: ""))
    }
    recent[slot] = (key, place)
    return place
  }

  private mutating func add(_ verdict: Verdict, to supplier: Text) {
    sums[place(verdict.currency, supplier)].findings += verdict.effect
  }

  /// Adds what was expected of a case, and what bills it.
  mutating func add(_ c: Case, _ whereabouts: Whereabouts) {
    let supplier = c.books.received.supplier[c.received]
    for mirror in c.mirrors { addMirror(Int(mirror), of: supplier, c.matched) }
    switch whereabouts {
    case .cancelled, .mirrorOfCancelled, .receivedTwice: return
    default: break
    }
    let place = self.place(c.currency, supplier)
    sums[place].expected += Int128(c.gross)
    sums[place].receivedCount += 1
    if whereabouts == .pending {
      sums[place].pending -= Int128(c.gross)
      sums[place].pendingCount += 1
    } else if let difference = AmountDifference.found(in: c) {
      sums[place].tolerated += difference.tolerated
    }
  }

  /// Adds a case that is plain: what was expected of it is what its one mirror bills.
  mutating func addPlain(_ row: Int, _ received: ReceivedColumns) {
    let place = self.place(received.invoices.currency[row], received.supplier[row])
    let gross = Int128(received.invoices.gross[row])
    sums[place].expected += gross
    sums[place].receivedCount += 1
    sums[place].mirrored += gross
    sums[place].mirroredCount += 1
  }

  private mutating func addOrphans(_ matched: MatchedBooks) {
    let isOrphan = matched.linkage.isOrphan
    for sent in isOrphan.indices where isOrphan[sent] && matched.isLive[sent] {
      addMirror(sent, of: .absent, matched)
    }
  }

  private mutating func addMirror(_ sent: Int, of supplier: Text, _ matched: MatchedBooks) {
    let place = self.place(matched.books.sent.invoices.currency[sent], supplier)
    sums[place].mirrored += matched.worth(sent: sent)
    if matched.isLive[sent] { sums[place].mirroredCount += 1 }
  }
}
