internal import Invoicing

/// The cases of which no rule has anything to say, told by a few comparisons.
///
/// Nearly all cases are plain: the one mirror is live and settled, bills what was received to the
/// customer whom the source names, and a flag that is set names it or nothing. This only denies
/// what the rules ask; what is wrong with a case they alone say. A plain case is `mirrored`.
struct PlainCases: Sendable {
  /// A received invoice with what belongs to it, as places in the books.
  private struct Candidate {
    let row: Int
    let mirror: Int
    let flag: Int
    /// -1: there is none.
    let source: Int
  }

  /// What is asked of a mirror, side by side: mirrors stand anywhere, and each column of one would
  /// be another wait for memory.
  private struct Mirror {
    let gross: Int64
    let net: Int64
    let vat: Int64
    let id: Text
    let customer: Text
    let currency: Currency
    /// Live, no draft, and named by no credit note.
    let isSettled: Bool
  }

  /// No text's index.
  private static let notSet = UInt32.max

  private let received: ReceivedColumns
  private let isInScope: [Bool]
  private let keptInstead: [Int32]
  private let mirrors: [Mirror]
  private let mirrorsOf: RowGroups
  /// What each flag names, as the text's index; `notSet`: it is not set.
  private let named: [UInt32]
  private let flagOf: [Int32]
  private let customers: [Text]
  private let sourceOf: [Int32]
  private let attempts: RowGroups
  private let receipts: RowGroups

  init(_ matched: MatchedBooks) {
    let (books, linkage) = (matched.books, matched.linkage)
    received = books.received
    isInScope = matched.isInScope
    keptInstead = matched.keptInstead
    mirrors = Self.mirrors(matched)
    mirrorsOf = matched.mirrorsOfReceived
    named = zip(books.flags.processed, books.flags.mirrorID).map { $0 ? $1.index : Self.notSet }
    flagOf = linkage.index.flagOfReceived
    customers = books.source.customer
    sourceOf = linkage.sourceOf
    attempts = linkage.index.attemptsOfReceived
    receipts = matched.attachmentsOfReceived
  }

  private static func mirrors(_ matched: MatchedBooks) -> [Mirror] {
    let (sent, isLive) = (matched.books.sent, matched.isLive)
    let (invoices, isNamedByNote) = (sent.invoices, matched.linkage.isNamedByNote)
    return isLive.indices.map { row in
      Mirror(
        gross: invoices.gross[row], net: invoices.net[row], vat: invoices.vat[row],
        id: invoices.id[row], customer: sent.customer[row], currency: invoices.currency[row],
        isSettled: isLive[row] && !isNamedByNote[row] && sent.status[row] != .draft)
    }
  }

  /// The plain ones of some received invoices, in their order.
  ///
  /// What stands anywhere is fetched for all before the first is compared, in loops so short that
  /// memory answers for many at once.
  func among(_ rows: Range<Int>) -> [Int] {
    let cases = candidates(rows)
    let mirrors = cases.map { self.mirrors[$0.mirror] }
    let named = cases.map { self.named[$0.flag] }
    let customers = cases.map { $0.source < 0 ? nil : self.customers[$0.source] }
    let plain = cases.indices.filter { place in
      let mirror = mirrors[place]
      // `UnmarkedMirror`, `WrongLink` and `WrongCustomer`.
      guard mirror.isSettled, named[place] == 0 || named[place] == mirror.id.index,
        mirror.customer.index == customers[place]?.index ?? mirror.customer.index
      else { return false }
      return bills(mirror, cases[place].row)
    }
    return plain.map { cases[$0].row }
  }

  /// `AmountDifference` and `WrongCurrency`.
  private func bills(_ mirror: Mirror, _ row: Int) -> Bool {
    let invoices = received.invoices
    return mirror.gross == invoices.gross[row] && mirror.net == invoices.net[row]
      && mirror.vat == invoices.vat[row] && mirror.currency == invoices.currency[row]
  }

  /// Those that stand well in the ladder of `Whereabouts`, as far as the columns of the received
  /// invoices tell, and of which neither `KeyReused` nor `MissingAttachment` can hold.
  private func candidates(_ rows: Range<Int>) -> [Candidate] {
    var cases: [Candidate] = []
    cases.reserveCapacity(rows.count)
    for row in rows where isInScope[row] && flagOf[row] >= 0 && keptInstead[row] < 0 {
      let own = mirrorsOf.range(row)
      guard own.count == 1, attempts.range(row).count < 2, receipts.range(row).isEmpty,
        received.status[row] != .cancelled
      else { continue }
      cases.append(
        Candidate(
          row: row, mirror: Int(mirrorsOf.rows[own.lowerBound]), flag: Int(flagOf[row]),
          source: Int(sourceOf[row])))
    }
    return cases
  }
}
