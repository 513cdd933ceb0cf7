internal import Invoicing

/// What the ledgers' rows have numbers for, in the order of their tables.
struct StoredDictionaries: Sendable {
  private(set) var parties: [Text] = []
  private(set) var currencies: [Currency] = []

  /// The names of the parties are the first texts of a table.
  init(of file: StoredSnapshot, _ texts: inout TextTable) throws(SnapshotError) {
    var names = TextColumn()
    try file.rows(of: SnapshotTables.parties(EmptyBooks.coding)) { row in
      row.withBytes(1) { names.append($0) }
    }
    parties = names.finish(&texts)
    var currencies: [Currency] = []
    try file.rows(of: SnapshotTables.currencies([])) { row in
      currencies.append(try row.currency(1))
    }
    self.currencies = currencies
  }
}
