/// The invoices that the group sent: mirrors, and invoices of its own.
package struct SentColumns: Sendable {
  package var invoices = InvoiceColumns()
  package var customer: [Text] = []
  package var dueDate = DateColumn()
  package var status: [SentStatus] = []
  /// On a credit note: the id of the sent invoice that it credits.
  package var credits: [Text] = []
  package var reference = RareTexts()
  /// The id of the received invoice that it mirrors, where the system keeps it.
  package var mirrorOf: [Text] = []
  package var idempotencyKey: [Text] = []
  package var createdAt = MomentColumn()
  /// When it was deleted, cancelled or credited.
  package var endedAt = MomentColumn()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    invoices.reserve(rows)
    customer.reserveCapacity(rows)
    dueDate.reserve(rows)
    status.reserveCapacity(rows)
    credits.reserveCapacity(rows)
    mirrorOf.reserveCapacity(rows)
    idempotencyKey.reserveCapacity(rows)
    createdAt.reserve(rows)
    endedAt.reserve(rows)
  }

  package var count: Int { invoices.count }
}
