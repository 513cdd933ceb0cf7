/// What the invoices of every ledger have, as columns; amounts in minor units of their currency.
package struct InvoiceColumns: Sendable {
  package var id: [Text] = []
  package var number: [Text] = []
  package var kind: [InvoiceKind] = []
  package var issueDate: [CalendarDate] = []
  package var currency: [Currency] = []
  package var net: [Int64] = []
  package var vat: [Int64] = []
  package var rounding = RareNumbers()
  package var gross: [Int64] = []
  /// The path of the row's own e-invoice inside the extract.
  package var document = RareTexts()
  package var row = RowNumbers()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    id.reserveCapacity(rows)
    number.reserveCapacity(rows)
    kind.reserveCapacity(rows)
    issueDate.reserveCapacity(rows)
    currency.reserveCapacity(rows)
    net.reserveCapacity(rows)
    vat.reserveCapacity(rows)
    gross.reserveCapacity(rows)
  }

  package var count: Int { id.count }
}
