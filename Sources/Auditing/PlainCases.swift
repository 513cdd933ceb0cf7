internal import Invoicing

/// The cases of which no rule has anything to say, told by a few comparisons.
///
/// Nearly all cases are plain: the one mirror is live and settled, bills what was received to the
/// customer whom the source names, and a flag that is set names it or nothing. This only denies
/// what the rules ask; what is wrong with a case they alone say. A plain case is `mirrored`.
struct PlainCases: Sendable {
  private let received: ReceivedColumns
  private let sent: InvoiceColumns
  private let customers: [Text]
  private let sourceCustomers: [Text]
  private let isProcessed: [Bool]
  private let named: [Text]
  private let sourceOf: [Int32]
  private let flagOf: [Int32]
  private let mirrors: RowGroups
  private let attempts: RowGroups
  private let receipts: RowGroups
  private let keptInstead: [Int32]
  /// Whether each sent invoice is live, no draft, and named by no credit note.
  private let isSettled: [Bool]

  init(_ matched: MatchedBooks) {
    let (books, linkage) = (matched.books, matched.linkage)
    received = books.received
    sent = books.sent.invoices
    customers = books.sent.customer
    sourceCustomers = books.source.customer
    isProcessed = books.flags.processed
    named = books.flags.mirrorID
    sourceOf = linkage.sourceOf
    flagOf = linkage.index.flagOfReceived
    mirrors = matched.mirrorsOfReceived
    attempts = linkage.index.attemptsOfReceived
    receipts = matched.attachmentsOfReceived
    keptInstead = matched.keptInstead
    let (isLive, isNamedByNote, status) = (matched.isLive, linkage.isNamedByNote, books.sent.status)
    isSettled = isLive.indices.map { isLive[$0] && !isNamedByNote[$0] && status[$0] != .draft }
  }

  /// Whether the case of a received invoice in scope is plain.
  func contains(_ row: Int) -> Bool {
    let own = mirrors.range(row)
    let flag = Int(flagOf[row])
    // The ladder in `Whereabouts`, `KeyReused` and `MissingAttachment`.
    guard own.count == 1, flag >= 0, keptInstead[row] < 0, received.status[row] != .cancelled,
      attempts.range(row).count < 2, receipts.range(row).isEmpty
    else { return false }
    let mirror = Int(mirrors.rows[own.lowerBound])
    return isProcessed[flag] && isSettled[mirror] && isRight(mirror, row)
      && (named[flag] == sent.id[mirror] || named[flag].isAbsent)
  }

  /// `AmountDifference`, `WrongCurrency` and `WrongCustomer`.
  private func isRight(_ mirror: Int, _ row: Int) -> Bool {
    let invoices = received.invoices
    let source = Int(sourceOf[row])
    return sent.gross[mirror] == invoices.gross[row] && sent.net[mirror] == invoices.net[row]
      && sent.vat[mirror] == invoices.vat[row] && sent.currency[mirror] == invoices.currency[row]
      && (source < 0 || sourceCustomers[source] == customers[mirror])
  }
}
