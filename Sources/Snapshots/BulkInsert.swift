package import GRDB
internal import GRDBSQLite
internal import Invoicing

/// Inserts tables many rows a statement, without copying a text.
///
/// SQLite is told that the bound bytes stay where they are (SQLITE_STATIC, the nil destructors
/// of `BoundParameters`): texts stand in the arena, which is lent for the whole of `insert`; words
/// are literals; dates, moments and codes stand in `scratch`, whose slots are written again only
/// after the statement has run.
package enum BulkInsert {
  /// Measured: from one row a statement to twenty it gains two thirds, from there to here a tenth.
  private static let rowsPerStatement = 64
  /// A small table is not worth a long statement.
  private static let rowsOfFew = 16
  private static let few = 1024

  /// Inserts all rows into the table of that name, in their order.
  ///
  /// - Throws: `DatabaseError`.
  package static func insert(_ table: StoredTable, into db: Database) throws {
    guard table.count > 0 else { return }
    let table = table.withoutPlainRowids
    let most = min(table.count < few ? rowsOfFew : rowsPerStatement, table.count)
    let slots = most * table.columns.count
    let texts = table.texts
    let arena = texts.arenaBytes
    let starts = texts.textStarts
    try unsafe arena.withUnsafeBufferPointer { arena in
      try unsafe starts.withUnsafeBufferPointer { starts in
        try unsafe withUnsafeTemporaryAllocation(
          of: UInt8.self, capacity: slots * BoundParameters.slotSize
        ) { scratch in
          try unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: slots) { areBound in
            let parameters = unsafe BoundParameters(
              columns: table.columns.count, scratch: scratch, areBound: areBound)
            var cells = unsafe BoundCells(arena: arena, starts: starts, parameters: parameters)
            try unsafe insert(table, most, parameters, with: &cells, into: db)
          }
        }
      }
    }
  }

  private static func insert(
    _ table: StoredTable, _ most: Int, _ parameters: BoundParameters,
    with cells: inout BoundCells, into db: Database
  ) throws {
    let columns = table.columns.map(\.cells)
    var row = 0
    while row < table.count {
      let rows = min(most, table.count - row)
      let statement = try db.makeStatement(sql: table.insertion(rows: rows))
      let handle = unsafe statement.sqliteStatement
      unsafe parameters.forget()
      repeat {
        for place in columns.indices {
          unsafe cells.bind(columns[place], rows: row..<row + rows, from: place, to: handle)
        }
        let code = unsafe sqlite3_step(handle)
        unsafe sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
        row += rows
      } while table.count - row >= rows
    }
  }
}
