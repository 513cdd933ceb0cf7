internal import Invoicing

/// Reads what the tables of the three ledgers have in common.
struct InvoiceReading<Status: CodedWord> {
  private let currencies: [Currency]
  private var columns = InvoiceColumns()
  private var id = TextColumn()
  private var number = TextColumn()
  private var document = TextColumn()
  private(set) var statuses: [Status] = []

  /// How many columns are read here; a ledger's own follow them.
  static var width: Int32 { 10 }

  /// - Parameter currencies: in the order of their table.
  init(_ currencies: [Currency]) { self.currencies = currencies }

  mutating func append(_ row: StoredRow, _ texts: inout TextTable) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber(0))
    row.text(1, into: &id, &texts)
    row.text(2, into: &number, &texts)
    let state = try row.state(3, Status.self, currencies)
    columns.kind.append(state.kind)
    columns.currency.append(state.currency)
    statuses.append(state.status)
    columns.issueDate.append(try row.day(4))
    let net = try row.amount(5)
    let vat = try row.amount(6)
    let rounding = try row.isNull(7) ? 0 : row.amount(7)
    columns.net.append(net)
    columns.vat.append(vat)
    columns.rounding.append(rounding)
    columns.gross.append(try row.isNull(8) ? net + vat + rounding : row.amount(8))
    row.text(9, into: &document, &texts)
  }

  /// All that was read.
  mutating func finish(_ texts: inout TextTable) -> InvoiceColumns {
    columns.id = id.finish(&texts)
    columns.number = number.finish(&texts)
    columns.document = document.finish(&texts)
    return columns
  }
}
