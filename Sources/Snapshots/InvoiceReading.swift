internal import Invoicing

/// Reads what the tables of the three ledgers have in common.
struct InvoiceReading {
  var columns = InvoiceColumns()
  private var kinds = KnownWords<InvoiceKind>()

  /// How many columns are read here; a ledger's own follow them.
  static let width: Int32 = 11

  mutating func append(_ row: StoredRow, _ texts: inout TextTable) throws(BadStoredCell) {
    columns.row.append(try row.rowNumber(0))
    columns.id.append(row.text(1, in: &texts))
    columns.number.append(row.text(2, in: &texts))
    columns.kind.append(try row.word(3, &kinds))
    columns.issueDate.append(try row.date(4))
    columns.currency.append(try row.currency(5))
    columns.net.append(try row.amount(6))
    columns.vat.append(try row.amount(7))
    columns.rounding.append(try row.amount(8))
    columns.gross.append(try row.amount(9))
    columns.document.append(row.text(10, in: &texts))
  }
}
