internal import Invoicing

/// For each currency and supplier: what was expected, what was billed, and why they differ.
struct TieOut: Sendable {
  private struct Key: Hashable, Sendable {
    let currency: Currency
    /// Absent: the row of the orphans.
    let supplier: Text
  }

  private var places: [Key: Int] = [:]
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
    tieOut.addSent(matched)
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
    for mirror in c.mirrors { tieOut.addMirror(Int(mirror), of: supplier, c.matched) }
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
    if let place = places[key] { return place }
    places[key] = sums.count
    sums.append(TieOutRow(currency: currency, supplier: ""))
    return sums.count - 1
  }

  private mutating func add(_ verdict: Verdict, to supplier: Text) {
    sums[place(verdict.currency, supplier)].findings += verdict.effect
  }

  /// Adds what was expected of a case.
  mutating func add(_ c: Case, _ whereabouts: Whereabouts) {
    switch whereabouts {
    case .cancelled, .mirrorOfCancelled, .receivedTwice: return
    default: break
    }
    let place = self.place(c.currency, c.books.received.supplier[c.received])
    sums[place].expected += Int128(c.gross)
    sums[place].receivedCount += 1
    if whereabouts == .pending {
      sums[place].pending -= Int128(c.gross)
      sums[place].pendingCount += 1
    } else if let difference = AmountDifference.found(in: c) {
      sums[place].tolerated += difference.tolerated
    }
  }

  private mutating func addSent(_ matched: MatchedBooks) {
    for sent in 0..<matched.books.sent.count {
      if let link = matched.linkage.links[sent] {
        guard matched.isInScope[Int(link.received)] else { continue }
        addMirror(sent, of: matched.books.received.supplier[Int(link.received)], matched)
      } else if matched.linkage.isOrphan[sent], matched.isLive[sent] {
        addMirror(sent, of: .absent, matched)
      }
    }
  }

  private mutating func addMirror(_ sent: Int, of supplier: Text, _ matched: MatchedBooks) {
    let place = self.place(matched.books.sent.invoices.currency[sent], supplier)
    sums[place].mirrored += matched.worth(sent: sent)
    if matched.isLive[sent] { sums[place].mirroredCount += 1 }
  }
}
