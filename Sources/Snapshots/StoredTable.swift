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

  /// The statement that makes the table; the first column is the rowid.
  var definition: String {
    let lines = columns.enumerated().map { place, column in
      let rule =
        place == 0 ? " PRIMARY KEY" : column.cells.isNeeded ? " NOT NULL" : ""
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

  /// Without its first column, where that holds 1, 2, 3 …: the numbers that SQLite gives by
  /// itself, and faster.
  var withoutPlainRowids: StoredTable {
    guard columns.count > 1, case .rows(let rows)? = columns.first?.cells, rows.first == 1,
      rows.last == UInt32(exactly: count), zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 })
    else { return self }
    var table = self
    table.columns.removeFirst()
    return table
  }

  /// Without the columns that no row uses.
  var withoutUnusedColumns: StoredTable {
    var table = self
    table.columns.removeAll { $0.cells.isUnused }
    return table
  }

  /// The numbers 1, 2, 3 …, the rowids of a table whose rows come from no file.
  static func places(_ count: Int) -> Cells { .rows((0..<count).map { UInt32($0) + 1 }) }
}
