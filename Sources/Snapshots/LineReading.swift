internal import Invoicing

/// Reads the lines of invoices.
struct LineReading: TableReading {
  private var columns = LineColumns()
  private var invoiceID = ReferenceColumn()
  private var line = TextColumn()
  private var description = TextColumn()
  private var quantity = TextColumn()
  private var unitPrice = TextColumn()
  private let currencies: [Currency]
  private let places: Places

  private struct Places {
    let ledger, invoiceID, line, kind, description, quantity, unitPrice, vatRate, net: Int32
    let currency: Int32
  }

  static let file = ExtractFile.lines

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    currencies = dictionaries.currencies
    places = Places(
      ledger: columns["ledger"], invoiceID: columns["invoice_id"], line: columns["line"],
      kind: columns["kind"], description: columns["description"], quantity: columns["quantity"],
      unitPrice: columns["unit_price"], vatRate: columns["vat_rate"], net: columns["net"],
      currency: columns["currency"])
    self.columns.reserve(columns.mostRows)
    invoiceID.reserve(columns.mostRows)
    line.reserve(columns.mostRows)
  }

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber())
    columns.ledger.append(try row.code(places.ledger, Ledger.self))
    try invoiceID.append(row, places.invoiceID)
    try line.append(row, places.line)
    columns.kind.append(try row.code(places.kind, LineKind.self))
    try description.append(row, places.description)
    try quantity.append(row, places.quantity)
    try unitPrice.append(row, places.unitPrice)
    columns.vatRate.append(try row.amount(places.vatRate))
    columns.net.append(try row.amount(places.net))
    columns.currency.append(
      try row.entry(places.currency, of: currencies, from: 0, "a currency"))
  }

  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> LineColumns? {
    let kinds = columns.ledger
    guard let invoiceID = invoiceID.finish(&texts, { ledgers[Int(kinds[$0].rawValue)] })
    else { return nil }
    columns.invoiceID = invoiceID
    columns.line = line.finish(&texts)
    columns.description = description.finish(&texts)
    columns.quantity = quantity.finish(&texts)
    columns.unitPrice = unitPrice.finish(&texts)
    return columns
  }
}
