package import GRDB
internal import GRDBSQLite

extension Database {
  /// Runs a query and hands over its rows, one by one, without making an object of any.
  ///
  /// - Throws: `DatabaseError`, or what `body` throws.
  package func forEachStoredRow(_ sql: String, _ body: (StoredRow) throws -> Void) throws {
    let statement = try makeStatement(sql: sql)
    // The statement outlives the handle, and so every row that stands on it.
    let handle = unsafe statement.sqliteStatement
    defer { unsafe sqlite3_reset(handle) }
    let row = unsafe StoredRow(handle)
    while true {
      let code = unsafe sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
      }
      try body(row)
    }
  }
}
