internal import Foundation
internal import GRDB
internal import Invoicing

/// A snapshot's file, opened for reading.
struct StoredSnapshot {
  let path: String
  let marks: StoredMarks
  private let queue: DatabaseQueue

  /// Opens a file that bears the marks of a snapshot.
  init(_ path: String) throws(SnapshotError) {
    let marks = try StoredMarks(of: path)
    try marks.check(path)
    self.path = path
    self.marks = marks
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

  /// All columns and rows of a table, in the order of its first column.
  func rows(of table: StoredTable, _ body: (StoredRow) throws -> Void) throws(SnapshotError) {
    let names = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    do {
      try rows("SELECT \(names) FROM \"\(table.storedName)\" ORDER BY 1", body)
    } catch .damaged(let path, let detail) {
      throw .damaged(path: path, detail: "table \(table.storedName), \(detail)")
    }
  }

  /// Whether it is read faster than anything is prepared for it.
  var isSmall: Bool { marks.fileSize < 1 << 20 }

  /// As many rows as a large file's table may have, by its greatest number.
  func mostRows(of table: StoredTable) throws(SnapshotError) -> Int {
    guard !isSmall, let rowid = table.columns.first?.name else { return 0 }
    var rows: Int64 = 0
    try self.rows("SELECT max(\"\(rowid)\") FROM \"\(table.storedName)\"") { row in
      // Whatever the number is, a row takes some bytes of the file.
      rows = min(row.optionalInteger(0) ?? 0, marks.fileSize / Self.leastRow)
    }
    return max(0, Int(clamping: rows))
  }

  /// About what a row takes at least; a smaller one is read all the same.
  private static var leastRow: Int64 { 32 }

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
