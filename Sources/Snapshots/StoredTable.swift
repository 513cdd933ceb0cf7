package import Invoicing

/// A table as it is stored: columns of one length, and the texts that they point into.
package struct StoredTable {
  struct Column {
    var name: String
    var cells: Cells
  }

  var name: String
  var count: Int
  var texts: TextTable
  var columns: [Column]

  /// Every column has `count` cells; their texts stand in `texts`.
  package init(
    _ name: String, count: Int, texts: TextTable, _ columns: KeyValuePairs<String, Cells>
  ) {
    self.name = name
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
    return "CREATE TABLE \"\(name)\" (\n\(lines.joined(separator: ",\n"))\n) STRICT"
  }

  /// The statement that inserts so many rows.
  func insertion(rows: Int) -> String {
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let values = repeatElement("(\(marks))", count: rows).joined(separator: ", ")
    return "INSERT INTO \"\(name)\" (\(names)) VALUES \(values)"
  }

  /// The numbers 1, 2, 3 …, the rowids of a table whose rows come from no file.
  static func places(_ count: Int) -> Cells { .integers((0..<count).map { Int64($0) + 1 }) }
}
