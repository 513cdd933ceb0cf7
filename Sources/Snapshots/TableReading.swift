internal import Invoicing

/// Reads the rows of one of the ledgers' tables.
///
/// Its texts have no handles until it is finished, so that several tables can be read at once.
protocol TableReading: Sendable {
  associatedtype Columns

  static var file: ExtractFile { get }

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries)

  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell)

  /// The columns of all rows that were read; nil where one names an invoice that is not there.
  ///
  /// - Parameter ledgers: by `Ledger`, as far as other tables than these are asked for.
  consuming func finish(
    _ texts: inout TextTable, _ ledgers: [InvoiceColumns]
  ) -> Columns?
}

extension StoredSnapshot {
  /// Reads all rows of a table.
  func read<Table: TableReading>(
    _ type: Table.Type, _ dictionaries: StoredDictionaries
  ) throws(SnapshotError) -> Table {
    let table = SnapshotTables.ledgers(of: EmptyBooks.coding)[Int(Table.file.rawValue)]
    let columns = try storedColumns(of: table)
    var reading = Table(columns, dictionaries)
    try records(of: table, columns) { (row) throws(BadStoredCell) in try reading.append(row) }
    return reading
  }

  /// The columns of a table that was read.
  func finish<Table: TableReading>(
    _ table: consuming Table, _ texts: inout TextTable, _ ledgers: [InvoiceColumns] = []
  ) throws(SnapshotError) -> Table.Columns {
    if let columns = table.finish(&texts, ledgers) { return columns }
    let name = SnapshotTables.storedName(of: SnapshotTables.name(of: Table.file))
    throw .damaged(path: path, detail: "table \(name): a row names an invoice that is not there")
  }
}
