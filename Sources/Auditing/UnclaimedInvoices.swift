internal import Invoicing

/// Live sent invoices that nobody claimed: the group's own, or mirrors that nothing names.
struct UnclaimedInvoices: Sendable {
  /// The sent invoice that came nearest to being a mirror, and the first field that denied it.
  struct NearMiss {
    let sent: Int
    let deniedBy: StaticString
  }

  private struct Party: Hashable, Sendable {
    let customer: Text
    let currency: Currency
    let kind: InvoiceKind
  }

  private let matched: MatchedBooks
  private let byContent: [Content: [Int]]
  private let byParty: [Party: [Int]]
  private let all: [Int]

  init(_ matched: MatchedBooks) {
    self.matched = matched
    let sent = matched.books.sent
    let (dates, ids) = (sent.invoices.issueDate, sent.invoices.id)
    let free = ids.indices.filter { row in
      matched.isLive[row] && matched.linkage.isFree(row) && !matched.linkage.isCorrectingNote(row)
    }
    all = KeyedRow.keyed(free, ids, matched.books).sorted { a, b in
      if dates[a.row] != dates[b.row] { return dates[a.row] < dates[b.row] }
      return a.precedes(b, ids, matched.books)
    }.map(\.row)
    byContent = Dictionary(grouping: all) { Content(sent.invoices, $0) }
    byParty = Dictionary(grouping: all) {
      Party(
        customer: sent.customer[$0], currency: sent.invoices.currency[$0],
        kind: sent.invoices.kind[$0])
    }
  }

  /// The nearest for a received invoice: of its content, else of its customer, else in time.
  func nearest(to received: Int) -> NearMiss? {
    let invoices = matched.books.received.invoices
    let date = invoices.issueDate[received]
    if let row = nearest(date, byContent[Content(invoices, received)] ?? []) {
      return NearMiss(sent: row, deniedBy: denial(of: row, for: received))
    }
    let source = Int(matched.linkage.sourceOf[received])
    if source >= 0 {
      let party = Party(
        customer: matched.books.source.customer[source], currency: invoices.currency[received],
        kind: invoices.kind[received])
      if let row = nearest(date, byParty[party] ?? []) {
        return NearMiss(sent: row, deniedBy: denial(of: row, for: received))
      }
    }
    return nearest(date, all).map { NearMiss(sent: $0, deniedBy: denial(of: $0, for: received)) }
  }

  private func denial(of sent: Int, for received: Int) -> StaticString {
    let a = matched.books.sent.invoices
    let b = matched.books.received.invoices
    if a.kind[sent] != b.kind[received] { return "kind" }
    if a.currency[sent] != b.currency[received] { return "currency" }
    if a.gross[sent] != b.gross[received] { return "gross" }
    return matched.linkage.agree(sent: sent, received: received) ? "issue_date" : "customer"
  }

  /// Rows run by date, then id; of two as near the earlier one.
  private func nearest(_ date: CalendarDate, _ rows: [Int]) -> Int? {
    let dates = matched.books.sent.invoices.issueDate
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if dates[rows[middle]] < date { low = middle + 1 } else { high = middle }
    }
    let after = low < rows.count ? rows[low] : nil
    guard low > 0 else { return after }
    let lastBefore = rows[low - 1]
    guard let after else { return first(of: lastBefore, rows, low - 1) }
    let before = date.days(since: dates[lastBefore])
    return before <= dates[after].days(since: date) ? first(of: lastBefore, rows, low - 1) : after
  }

  /// The first row of the same date, whose id is the smallest.
  private func first(of row: Int, _ rows: [Int], _ place: Int) -> Int {
    let dates = matched.books.sent.invoices.issueDate
    var place = place
    while place > 0, dates[rows[place - 1]] == dates[row] { place -= 1 }
    return rows[place]
  }
}
