internal import Invoicing

/// Reads the invoices in the consulting companies' own books.
struct SourceReading: TableReading {
  private var invoices: InvoiceReading<SourceStatus>
  private var columns = SourceColumns()
  private let supplier, customer: Int32

  static let file = ExtractFile.source

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    invoices = InvoiceReading(columns, dictionaries)
    (supplier, customer) = (columns["supplier"], columns["customer"])
    self.columns.supplier.reserveCapacity(columns.mostRows)
    self.columns.customer.reserveCapacity(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    let head = try invoices.append(row)
    columns.supplier.append(
      try invoices.party(row, head.second, besides: InvoiceHead.noSecond, supplier))
    columns.customer.append(
      try invoices.party(row, head.party, besides: InvoiceHead.noParty, customer))
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> SourceColumns? {
    columns.status = invoices.statuses
    columns.invoices = invoices.finish(&texts)
    return columns
  }
}
