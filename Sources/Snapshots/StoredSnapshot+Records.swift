extension StoredSnapshot {
  /// Hands over all rows of a table, in the order of their numbers.
  ///
  /// Several times as fast as SQLite, which asks for each cell by itself; the file's pages say the
  /// same.
  func records(
    of table: StoredTable, _ columns: StoredColumns,
    _ body: (borrowing StoredRecord) throws(BadStoredCell) -> Void
  ) throws(SnapshotError) {
    let file = try PageFile(path, marks)
    var record = StoredRecord(columns, of: file)
    for page in try file.leaves(below: columns.root) {
      try record.load(page, of: file)
      for row in 0..<record.count {
        try record.stand(on: row, of: file)
        do {
          try body(record)
        } catch {
          throw .damaged(path: path, detail: "table \(table.storedName), \(error)")
        }
      }
    }
  }

  /// The columns of a table as they are stored, where all are there that must be.
  func storedColumns(of table: StoredTable) throws(SnapshotError) -> StoredColumns {
    var names: [String] = []
    try rows("SELECT name FROM pragma_table_info('\(table.storedName)')") {
      names.append($0.string(0))
    }
    var root: Int64?
    try rows(
      "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '\(table.storedName)'"
    ) { root = $0.optionalInteger(0) }
    guard let root = root.flatMap({ UInt32(exactly: $0) }), let rowid = table.columns.first?.name
    else { throw .damaged(path: path, detail: "no such table: \(table.storedName)") }
    let lacking = table.columns.first { !$0.cells.mayBeUnstored && !names.contains($0.name) }
    if let lacking {
      throw .damaged(
        path: path, detail: "table \(table.storedName), no such column: \(lacking.name)")
    }
    return StoredColumns(names, rowid: rowid, root: root, mostRows: try mostRows(of: table))
  }
}
