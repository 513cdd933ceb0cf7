internal import Invoicing

/// The places in the books by the ids that lead to them.
struct BooksIndex: Sendable {
  let receivedByID: RowPlaces
  let sentByID: RowPlaces
  /// The flag of a received invoice, or -1.
  let flagOfReceived: [Int32]
  /// The attempts for a received invoice, the earliest first.
  let attemptsOfReceived: RowGroups
  /// The received invoice of an attempt, or -1 where it is not there.
  let receivedOfAttempt: [Int32]

  init(_ books: Books) {
    let received = RowPlaces(books.received.invoices.id)
    receivedByID = received
    sentByID = RowPlaces(books.sent.invoices.id)
    let flagged = books.flags.receivedID
    var flags = [Int32](repeating: -1, count: books.received.count)
    for flag in flagged.indices {
      let row = Int(received.row(flagged[flag]))
      if row >= 0 { flags[row] = Int32(flag) }
    }
    flagOfReceived = flags
    let owners = books.attempts.receivedID.map { received.row($0) }
    receivedOfAttempt = owners
    attemptsOfReceived = Self.attempts(books, owners)
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
}
