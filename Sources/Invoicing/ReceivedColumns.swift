/// The invoices that the group received: the to-do list.
package struct ReceivedColumns: Sendable {
  package var invoices = InvoiceColumns()
  package var supplier: [Text] = []
  package var dueDate = DateColumn()
  package var status: [ReceivedStatus] = []

  package init() {}

  package var count: Int { invoices.count }
}
