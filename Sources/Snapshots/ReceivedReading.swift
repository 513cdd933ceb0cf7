internal import Invoicing

/// Reads the invoices that the group received.
struct ReceivedReading: TableReading {
  private var invoices: InvoiceReading<ReceivedStatus>
  private var columns = ReceivedColumns()
  private let supplier: Int32

  static let file = ExtractFile.received

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    invoices = InvoiceReading(columns, dictionaries)
    supplier = columns["supplier"]
    self.columns.supplier.reserveCapacity(columns.mostRows)
    self.columns.dueDate.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    let head = try invoices.append(row)
    columns.dueDate.append(try invoices.dueDate(row, head))
    columns.supplier.append(
      try invoices.party(row, head.party, besides: InvoiceHead.noParty, supplier))
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> ReceivedColumns? {
    columns.status = invoices.statuses
    columns.invoices = invoices.finish(&texts)
    return columns
  }
}
