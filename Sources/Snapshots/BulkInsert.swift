package import GRDB
internal import GRDBSQLite
internal import Invoicing

/// Inserts tables many rows a statement, without copying a text.
///
/// SQLite is told that the bound bytes stay where they are (SQLITE_STATIC, the nil destructors
/// below): texts stand in the arena, which is lent for the whole of `insert`; words are literals;
/// dates, moments and codes stand in `scratch`, whose slots are written again only after the
/// statement has run.
package enum BulkInsert {
  /// Measured: from one row a statement to twenty it gains two thirds, beyond that little.
  private static let rowsPerStatement = 20

  /// Inserts all rows into the table of that name, in their order.
  ///
  /// - Throws: `DatabaseError`.
  package static func insert(_ table: StoredTable, into db: Database) throws {
    guard table.count > 0 else { return }
    let table = table.withoutPlainRowids
    let slots = min(rowsPerStatement, table.count) * table.columns.count
    let texts = table.texts
    let arena = texts.arenaBytes
    let starts = texts.textStarts
    try unsafe arena.withUnsafeBufferPointer { arena in
      try unsafe starts.withUnsafeBufferPointer { starts in
        try unsafe withUnsafeTemporaryAllocation(
          of: UInt8.self, capacity: slots * BoundCells.slot
        ) { scratch in
          var cells = unsafe BoundCells(
            arena: arena, starts: starts, scratch: scratch, columns: table.columns.count)
          try unsafe insert(table, with: &cells, into: db)
        }
      }
    }
  }

  private static func insert(
    _ table: StoredTable, with cells: inout BoundCells, into db: Database
  ) throws {
    var row = 0
    while row < table.count {
      let many = table.count - row >= rowsPerStatement
      let rows = many ? rowsPerStatement : table.count - row
      let statement = try db.makeStatement(sql: table.insertion(rows: rows))
      repeat {
        for (place, column) in table.columns.enumerated() {
          unsafe cells.bind(
            column.cells, rows: row..<row + rows, column: place,
            to: unsafe statement.sqliteStatement)
        }
        let code = unsafe sqlite3_step(statement.sqliteStatement)
        unsafe sqlite3_reset(statement.sqliteStatement)
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
        row += rows
      } while many && table.count - row >= rowsPerStatement
    }
  }
}
