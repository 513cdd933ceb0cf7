/// The invoices that the group received: the to-do list.
package struct ReceivedColumns: Sendable {
  package var invoices = InvoiceColumns()
  package var supplier: [Text] = []
  package var dueDate = DateColumn()
  package var status: [ReceivedStatus] = []

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    invoices.reserve(rows)
    supplier.reserveCapacity(rows)
    dueDate.reserve(rows)
    status.reserveCapacity(rows)
  }

  package var count: Int { invoices.count }
}
