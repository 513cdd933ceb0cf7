internal import Invoicing

extension MatchedBooks {
  /// Reads what the rules ask of some cases; nobody needs what it returns, but it is at hand
  /// afterwards.
  ///
  /// Mirrors, flags, attempts and sources stand anywhere: one column is read after the other, so
  /// that the loops are short and memory answers for many cases at once.
  func fetch(_ cases: [Int]) -> Int64 {
    let (index, sourceOf) = (linkage.index, linkage.sourceOf)
    return fetch(mirrors: cases.flatMap { mirrorsOfReceived.of($0) })
      ^ fetch(attempts: cases.flatMap { index.attemptsOfReceived.of($0) })
      ^ fetch(flags: cases.map { index.flagOfReceived[$0] }.filter { $0 >= 0 })
      ^ fetch(sources: cases.map { sourceOf[$0] }.filter { $0 >= 0 })
  }

  private func fetch(mirrors: [Int32]) -> Int64 {
    let (sent, isNamedByNote) = (books.sent, linkage.isNamedByNote)
    var seen: Int64 = 0
    for row in mirrors where isLive[Int(row)] { seen += 1 }
    for row in mirrors where isNamedByNote[Int(row)] { seen += 1 }
    for row in mirrors { seen ^= Int64(sent.invoices.id[Int(row)].index) }
    for row in mirrors { seen ^= sent.invoices.gross[Int(row)] }
    for row in mirrors { seen ^= sent.invoices.net[Int(row)] }
    for row in mirrors { seen ^= sent.invoices.vat[Int(row)] }
    for row in mirrors { seen ^= Int64(sent.customer[Int(row)].index) }
    return seen
  }

  private func fetch(attempts: [Int32]) -> Int64 {
    let (ids, at) = (books.attempts.sentID, books.attempts.attemptedAt)
    var seen: Int64 = 0
    for row in attempts { seen ^= Int64(ids[Int(row)].index) }
    for row in attempts { seen ^= at[Int(row)].microseconds }
    return seen
  }

  private func fetch(flags: [Int32]) -> Int64 {
    let (processed, named) = (books.flags.processed, books.flags.mirrorID)
    var seen: Int64 = 0
    for row in flags where processed[Int(row)] { seen += 1 }
    for row in flags { seen ^= Int64(named[Int(row)].index) }
    return seen
  }

  private func fetch(sources: [Int32]) -> Int64 {
    let customers = books.source.customer
    return sources.reduce(0) { $0 ^ Int64(customers[Int($1)].index) }
  }
}
