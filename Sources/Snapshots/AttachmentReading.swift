internal import Invoicing

/// Reads the files attached to invoices.
struct AttachmentReading: TableReading {
  private var columns = AttachmentColumns()
  private var invoiceID = ReferenceColumn()
  private var name = TextColumn()
  private var sha256 = TextColumn()
  private let places: (ledger: Int32, invoiceID: Int32, name: Int32, sha256: Int32, bytes: Int32)

  static let file = ExtractFile.attachments

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    places = (
      columns["ledger"], columns["invoice_id"], columns["name"], columns["sha256"],
      columns["bytes"]
    )
    self.columns.reserve(columns.mostRows)
    invoiceID.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber())
    columns.ledger.append(try row.code(places.ledger, Ledger.self))
    try invoiceID.append(row, places.invoiceID)
    try name.append(row, places.name)
    try sha256.append(row, places.sha256)
    columns.bytes.append(row.optionalInteger(places.bytes))
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> AttachmentColumns? {
    let kinds = columns.ledger
    guard let invoiceID = invoiceID.finish(&texts, { ledgers[Int(kinds[$0].rawValue)] })
    else { return nil }
    columns.invoiceID = invoiceID
    columns.name = name.finish(&texts)
    columns.sha256 = sha256.finish(&texts)
    return columns
  }
}
