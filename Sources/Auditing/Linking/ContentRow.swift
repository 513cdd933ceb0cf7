internal import Invoicing

/// An invoice as a match by content sees it, side by side for a sort.
struct ContentRow: Sendable {
  let content: Content
  let date: CalendarDate
  /// Its place in its ledger.
  let row: Int32

  init(_ invoices: InvoiceColumns, _ row: Int) {
    content = Content(invoices, row)
    date = invoices.issueDate[row]
    self.row = Int32(row)
  }

  /// Rows of one ledger by content, then date, then id.
  static func sorted(_ rows: [Int], _ invoices: InvoiceColumns, _ books: Books) -> [Self] {
    let ids = invoices.id
    return rows.map { Self(invoices, $0) }.sorted { a, b in
      if a.content != b.content { return a.content < b.content }
      if a.date != b.date { return a.date < b.date }
      return books.compareIDs(ids[Int(a.row)], ids[Int(b.row)]) < 0
    }
  }
}
