package import GRDB
internal import GRDBSQLite

/// Inserts rows into one table as they come, many a statement, without copying a text.
///
/// Its statements are made once. SQLite is told that the bound bytes stay where they are: they are
/// literals, or stand in what is lent for the whole of `insert`.
package struct RowInsertion: ~Copyable {
  private let db: Database
  private let columns: Int
  private let one: Statement
  private let many: Statement

  private static let rowsOfMany = 50

  /// - Throws: `DatabaseError`.
  package init(into table: String, columns: [String], _ db: Database) throws {
    let one = try Self.statement(table, columns, rows: 1, db)
    let many = try Self.statement(table, columns, rows: Self.rowsOfMany, db)
    (self.db, self.columns, self.one, self.many) = (db, columns.count, one, many)
  }

  private static func statement(
    _ table: String, _ columns: [String], rows: Int, _ db: Database
  ) throws -> Statement {
    let names = columns.joined(separator: ", ")
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let values = repeatElement("(\(marks))", count: rows).joined(separator: ", ")
    return try db.makeStatement(sql: "INSERT INTO \(table) (\(names)) VALUES \(values)")
  }

  /// Inserts so many rows.
  ///
  /// - Parameters:
  ///   - texts: what the texts of the rows stand in.
  ///   - row: gives the values of the row of that number, counted from 0, column by column.
  /// - Throws: `DatabaseError`.
  package func insert(
    _ count: Int, texts: Span<UInt8>, _ row: (Int, inout RowValues) -> Void
  ) throws {
    let slots = Self.rowsOfMany * columns
    // The texts outlive every run of a statement.
    try unsafe texts.withUnsafeBufferPointer { texts in
      try unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: slots) { areBound in
        let none = unsafe UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
        let parameters = unsafe BoundParameters(
          columns: columns, scratch: none, areBound: areBound)
        var first = 0
        for (statement, rows) in [(many, Self.rowsOfMany), (one, 1)] {
          let handle = unsafe statement.sqliteStatement
          unsafe parameters.forget()
          unsafe sqlite3_clear_bindings(handle)
          while count - first >= rows {
            var values = unsafe RowValues(parameters.of(handle), texts)
            for place in first..<first + rows { row(place, &values) }
            try unsafe run(handle)
            first += rows
          }
        }
      }
    }
  }

  private func run(_ handle: OpaquePointer) throws {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }
}
