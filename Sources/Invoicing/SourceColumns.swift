/// The invoices in the consulting companies' own books: what the mirrors must repeat.
package struct SourceColumns: Sendable {
  package var invoices = InvoiceColumns()
  package var supplier: [Text] = []
  /// The end customer that the mirror goes to.
  package var customer: [Text] = []
  package var status: [SourceStatus] = []

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    invoices.reserve(rows)
    supplier.reserveCapacity(rows)
    customer.reserveCapacity(rows)
    status.reserveCapacity(rows)
  }

  package var count: Int { invoices.count }
}
