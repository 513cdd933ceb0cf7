internal import Invoicing

/// A column of ids that is being read, of which most are stored as the row of the invoice that has
/// the id.
struct ReferenceColumn: Sendable {
  /// 0: it is a text, or absent.
  private var rows: [UInt32] = []
  /// The texts, and where they stand.
  private var texts = TextColumn()
  private var places: [UInt32] = []

  mutating func reserve(_ rows: Int) { self.rows.reserveCapacity(rows) }

  @inline(__always)
  mutating func append(_ row: borrowing StoredRecord, _ column: Int32) throws(BadStoredCell) {
    if row.isInteger(column) {
      rows.append(try row.rowNumber(column))
      return
    }
    rows.append(0)
    guard !row.isNull(column) else { return }
    places.append(UInt32(truncatingIfNeeded: rows.count - 1))
    try texts.append(row, column)
  }

  /// The ids, once the ledger is there that has them; nil where it lacks one of its rows.
  consuming func finish(_ table: inout TextTable, _ invoices: InvoiceColumns) -> [Text]? {
    finish(&table) { _ in invoices }
  }

  /// The ids, each of the ledger that its row's invoice stands in.
  consuming func finish(
    _ table: inout TextTable, _ ledger: (Int) -> InvoiceColumns
  ) -> [Text]? {
    var ids = [Text](repeating: .absent, count: rows.count)
    for place in rows.indices where rows[place] != 0 {
      let invoices = ledger(place)
      guard let found = invoices.row.place(of: rows[place]) else { return nil }
      ids[place] = invoices.id[found]
    }
    for (place, text) in zip(places, texts.finish(&table)) { ids[Int(place)] = text }
    return ids
  }
}
