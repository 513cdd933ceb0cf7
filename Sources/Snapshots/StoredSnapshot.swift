internal import Foundation
internal import GRDB
internal import Invoicing

/// A snapshot's file, opened for reading.
struct StoredSnapshot {
  let path: String
  private let queue: DatabaseQueue

  /// Opens a file that bears the marks of a snapshot.
  init(_ path: String) throws(SnapshotError) {
    try StoredMarks(of: path).check(path)
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.reading)
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// Runs a query and hands over its rows, one by one.
  func rows(_ sql: String, _ body: (StoredRow) throws -> Void) throws(SnapshotError) {
    do {
      try queue.inDatabase { db in
        try db.forEachStoredRow(sql, body)
      }
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// All columns and rows of a table, in the order of its first column; a column that is not
  /// stored because no row uses it is NULL.
  func rows(of table: StoredTable, _ body: (StoredRow) throws -> Void) throws(SnapshotError) {
    var stored: Set<String> = []
    try rows("SELECT name FROM pragma_table_info('\(table.storedName)')") {
      stored.insert($0.string(0))
    }
    let names = table.columns.map { column in
      let isMissing = column.cells.mayBeUnstored && !stored.contains(column.name)
      return isMissing ? "NULL AS \"\(column.name)\"" : "\"\(column.name)\""
    }
    do {
      try rows(
        "SELECT \(names.joined(separator: ", ")) FROM \"\(table.storedName)\" ORDER BY 1", body)
    } catch .damaged(let path, let detail) {
      throw .damaged(path: path, detail: "table \(table.storedName), \(detail)")
    }
  }

  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  private static func refusal(_ error: any Error, _ path: String) -> SnapshotError {
    switch error {
    case let error as SnapshotError: error
    case let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CANTOPEN:
      .unreadable(path: path, reason: error.message ?? "\(error.resultCode)")
    case let error as DatabaseError:
      .damaged(path: path, detail: error.message ?? "\(error.resultCode)")
    default: .damaged(path: path, detail: "\(error)")
    }
  }
}
