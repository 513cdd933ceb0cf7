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

  private let books: Books
  private let isInScope: [Bool]
  private let keptInstead: [Int32]
  private let mirrors: RowGroups
  private let flagOf: [Int32]
  private let sourceOf: [Int32]
  private let attempts: RowGroups
  private let receipts: RowGroups
  /// Whether each sent invoice is live, no draft, and named by no credit note.
  private let isSettled: [Bool]

  init(_ matched: MatchedBooks) {
    let linkage = matched.linkage
    books = matched.books
    isInScope = matched.isInScope
    keptInstead = matched.keptInstead
    mirrors = matched.mirrorsOfReceived
    flagOf = linkage.index.flagOfReceived
    sourceOf = linkage.sourceOf
    attempts = linkage.index.attemptsOfReceived
    receipts = matched.attachmentsOfReceived
    let (isLive, isNamedByNote) = (matched.isLive, linkage.isNamedByNote)
    let status = books.sent.status
    isSettled = isLive.indices.map { isLive[$0] && !isNamedByNote[$0] && status[$0] != .draft }
  }

  /// The plain ones of some received invoices, in their order.
  ///
  /// Mirrors, flags and sources stand anywhere. One column is compared after the other, so that
  /// the loops are short and memory answers for many rows at once.
  func among(_ rows: Range<Int>) -> [Int] {
    let (a, b) = (books.sent.invoices, books.received.invoices)
    var cases = candidates(rows).filter { isSettled[$0.mirror] }
    // `AmountDifference` and `WrongCurrency`.
    cases = cases.filter { a.gross[$0.mirror] == b.gross[$0.row] }
    cases = cases.filter { a.net[$0.mirror] == b.net[$0.row] }
    cases = cases.filter { a.vat[$0.mirror] == b.vat[$0.row] }
    cases = cases.filter { a.currency[$0.mirror] == b.currency[$0.row] }
    // `WrongCustomer`.
    let (billed, customer) = (books.sent.customer, books.source.customer)
    cases = cases.filter {
      $0.source < 0 || billed[$0.mirror].index == customer[$0.source].index
    }
    // `UnmarkedMirror` and `WrongLink`.
    let (isProcessed, named) = (books.flags.processed, books.flags.mirrorID)
    cases = cases.filter { isProcessed[$0.flag] }
    cases = cases.filter {
      let name = named[$0.flag].index
      return name == 0 || name == a.id[$0.mirror].index
    }
    return cases.map(\.row)
  }

  /// Those that stand well in the ladder of `Whereabouts`, as far as the columns of the received
  /// invoices tell, and of which neither `KeyReused` nor `MissingAttachment` can hold.
  private func candidates(_ rows: Range<Int>) -> [Candidate] {
    let status = books.received.status
    var cases: [Candidate] = []
    cases.reserveCapacity(rows.count)
    for row in rows where isInScope[row] && flagOf[row] >= 0 && keptInstead[row] < 0 {
      let own = mirrors.range(row)
      guard own.count == 1, attempts.range(row).count < 2, receipts.range(row).isEmpty,
        status[row] != .cancelled
      else { continue }
      cases.append(
        Candidate(
          row: row, mirror: Int(mirrors.rows[own.lowerBound]), flag: Int(flagOf[row]),
          source: Int(sourceOf[row])))
    }
    return cases
  }
}
