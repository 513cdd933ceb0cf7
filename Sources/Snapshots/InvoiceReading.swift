internal import Invoicing

/// Reads what the tables of the three ledgers have in common.
struct InvoiceReading {
  private var columns = InvoiceColumns()
  private var id = TextColumn()
  private var number = TextColumn()
  private var document = TextColumn()
  private var kinds = KnownWords<InvoiceKind>()

  /// How many columns are read here; a ledger's own follow them.
  static let width: Int32 = 11

  mutating func append(_ row: StoredRow, _ texts: inout TextTable) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber(0))
    row.text(1, into: &id, &texts)
    row.text(2, into: &number, &texts)
    columns.kind.append(try row.word(3, &kinds))
    columns.issueDate.append(try row.date(4))
    columns.currency.append(try row.currency(5))
    columns.net.append(try row.amount(6))
    columns.vat.append(try row.amount(7))
    columns.rounding.append(try row.amount(8))
    columns.gross.append(try row.amount(9))
    row.text(10, into: &document, &texts)
  }

  /// All that was read.
  mutating func finish(_ texts: inout TextTable) -> InvoiceColumns {
    columns.id = id.finish(&texts)
    columns.number = number.finish(&texts)
    columns.document = document.finish(&texts)
    return columns
  }
}
