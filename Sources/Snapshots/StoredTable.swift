package import Invoicing

/// A table as it is stored: columns of one length, and the texts that they point into.
package struct StoredTable {
  struct Column {
    var name: String
    var cells: Cells
  }

  /// What the table, or the view that shows its rows in plain words, is called.
  var name: String
  /// What the table itself is called.
  var storedName: String
  var count: Int
  var texts: TextTable
  var columns: [Column]

  /// Every column has `count` cells; their texts stand in `texts`.
  package init(
    _ name: String, count: Int, texts: TextTable, _ columns: KeyValuePairs<String, Cells>
  ) {
    self.name = name
    storedName = name
    self.count = count
    self.texts = texts
    self.columns = columns.map { Column(name: $0, cells: $1) }
  }

  /// The statement that makes the table; the first of its columns is the rowid, and stands last:
  /// where SQLite gives the numbers by itself, it then takes a statement's values as they are,
  /// without copying them into the table's order.
  var definition: String {
    let lines = inStoredOrder.columns.enumerated().map { place, column in
      let rule =
        place == columns.count - 1 ? " PRIMARY KEY" : column.cells.isNeeded ? " NOT NULL" : ""
      return "  \"\(column.name)\" \(column.cells.type)\(rule)"
    }
    return "CREATE TABLE \"\(storedName)\" (\n\(lines.joined(separator: ",\n"))\n) STRICT"
  }

  /// The statement that inserts so many rows.
  func insertion(rows: Int) -> String {
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let values = repeatElement("(\(marks))", count: rows).joined(separator: ", ")
    return "INSERT INTO \"\(storedName)\" (\(names)) VALUES \(values)"
  }

  /// With its rowids last, or without them where they are 1, 2, 3 …: the numbers that SQLite gives
  /// by itself, and faster.
  var withoutPlainRowids: StoredTable {
    var table = inStoredOrder
    if columns.count > 1, hasPlainRowids { table.columns.removeLast() }
    return table
  }

  private var inStoredOrder: StoredTable {
    var table = self
    table.columns.append(table.columns.removeFirst())
    return table
  }

  private var hasPlainRowids: Bool {
    guard case .rows(let rows)? = columns.first?.cells else { return false }
    return rows.arePlain
  }

  /// Without the columns that no row uses.
  var withoutUnusedColumns: StoredTable {
    var table = self
    table.columns.removeAll { $0.cells.isUnused }
    return table
  }

  /// The numbers 1, 2, 3 …, the rowids of a table whose rows come from no file.
  static func places(_ count: Int) -> Cells { .rows(RowNumbers(upTo: count)) }
}
