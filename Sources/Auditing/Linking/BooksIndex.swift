internal import Cores
internal import Invoicing

/// The places in the books by the ids, numbers and keys that lead to them.
struct BooksIndex: Sendable {
  let receivedByID: RowChains
  let sentByID: RowChains
  let receivedByNumber: RowChains
  let receivedBySupplierAndNumber: PairChains
  let sourceBySupplierAndNumber: PairChains
  let flagsByMirror: RowChains
  let attemptsBySent: RowChains
  /// Sent credit notes that credit a sent invoice, deleted and cancelled ones aside.
  let creditNotesByCredited: RowChains
  /// The flag of a received invoice, or -1.
  let flagOfReceived: [Int32]
  /// The attempts for a received invoice, the earliest first.
  let attemptsOfReceived: RowGroups
  /// The received invoice of an attempt, or -1 where it is not there.
  let receivedOfAttempt: [Int32]
  /// By key: the id of the received invoice for which alone it was tried, or `severalReceived`.
  let receivedTriedWithKey: [UInt32]

  static let severalReceived = UInt32.max

  init(_ books: Books) {
    let texts = books.texts.count
    let received = RowChains(texts: texts, rows: books.received.count) {
      books.received.invoices.id[$0]
    }
    receivedByID = received
    sentByID = RowChains(texts: texts, rows: books.sent.count) { books.sent.invoices.id[$0] }
    receivedByNumber = RowChains(texts: texts, rows: books.received.count) {
      books.received.invoices.number[$0]
    }
    (receivedBySupplierAndNumber, sourceBySupplierAndNumber) = Pieces.both {
      PairChains(books.received.supplier, books.received.invoices.number)
    } _: {
      PairChains(books.source.supplier, books.source.invoices.number)
    }
    flagsByMirror = RowChains(texts: texts, rows: books.flags.count) { books.flags.mirrorID[$0] }
    attemptsBySent = RowChains(texts: texts, rows: books.attempts.count) {
      books.attempts.sentID[$0]
    }
    creditNotesByCredited = RowChains(texts: texts, rows: books.sent.count) { row in
      guard books.sent.invoices.kind[row] == .creditNote, books.sent.status[row] != .deleted,
        books.sent.status[row] != .cancelled
      else { return nil }
      return books.sent.credits[row]
    }
    var flags = [Int32](repeating: -1, count: books.received.count)
    for flag in 0..<books.flags.count {
      if let row = received.first(books.flags.receivedID[flag]) { flags[row] = Int32(flag) }
    }
    flagOfReceived = flags
    let owners = (0..<books.attempts.count).map {
      Int32(received.first(books.attempts.receivedID[$0]) ?? -1)
    }
    receivedOfAttempt = owners
    attemptsOfReceived = Self.attempts(books, owners)
    receivedTriedWithKey = Self.keys(books)
  }

  /// Attempts by time; what else stands in them settles ties, so that their order in the file
  /// means nothing.
  private static func attempts(_ books: Books, _ owners: [Int32]) -> RowGroups {
    var groups = RowGroups(owners: books.received.count, rows: owners.count) { owners[$0] }
    let attempts = books.attempts
    groups.sort { a, b in
      let (a, b) = (Int(a), Int(b))
      if attempts.attemptedAt[a] != attempts.attemptedAt[b] {
        return attempts.attemptedAt[a] < attempts.attemptedAt[b]
      }
      if attempts.outcome[a] != attempts.outcome[b] {
        return attempts.outcome[a].rawValue < attempts.outcome[b].rawValue
      }
      let bySent = books.compareIDs(attempts.sentID[a], attempts.sentID[b])
      if bySent != 0 { return bySent < 0 }
      return books.compareIDs(attempts.idempotencyKey[a], attempts.idempotencyKey[b]) < 0
    }
    return groups
  }

  private static func keys(_ books: Books) -> [UInt32] {
    var keys = [UInt32](repeating: 0, count: books.texts.count)
    for attempt in 0..<books.attempts.count {
      let key = Int(books.attempts.idempotencyKey[attempt].index)
      if key == 0 { continue }
      let id = books.attempts.receivedID[attempt].index
      keys[key] = keys[key] == 0 || keys[key] == id ? id : severalReceived
    }
    return keys
  }
}
