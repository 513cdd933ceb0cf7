import Foundation
import GRDB
import Invoicing
import Snapshots
import Testing

@Suite struct SnapshotErrorTests {
  @Test(arguments: [
    (
      SnapshotError.missing(path: "a"),
      "there is no snapshot at a: look for it in a backup, or take it again with "
        + "'mirror-audit snapshot'"
    ),
    (
      .unreadable(path: "a", reason: "Permission denied"),
      "the snapshot a cannot be read (Permission denied): check its permissions and its disk"
    ),
    (
      .notASnapshot(path: "a"),
      "a is not a snapshot of mirror-audit: name a file from the folder 'snapshots' of the "
        + "workspace"
    ),
    (
      .newerSchema(path: "a", version: 9, known: 1),
      "the snapshot a has schema version 9, this program knows versions up to 1: use a newer "
        + "mirror-audit"
    ),
    (
      .damaged(path: "a", detail: "x"),
      "the snapshot a is damaged (x): restore it from a backup, or take it again with "
        + "'mirror-audit snapshot'"
    ),
    (
      .unwritable(folder: "a", reason: "No space left on device"),
      "no snapshot could be written in a (No space left on device): free space or mend the "
        + "folder, then run again; nothing was left behind"
    ),
  ])
  func `an error is a plain sentence`(error: SnapshotError, sentence: String) {
    #expect("\(error)" == sentence)
  }

  @Test func `a file that is not there is missing`() {
    #expect(throws: SnapshotError.missing(path: "/nowhere/a.sqlite")) {
      try SnapshotReader.header(of: "/nowhere/a.sqlite")
    }
  }

  @Test(arguments: ["", "SQLite format 3", "received_id,processed"])
  func `a file that is no snapshot is refused`(content: String) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a"
      try Data(content.utf8).write(to: URL(filePath: path))
      #expect(throws: SnapshotError.notASnapshot(path: path)) { try SnapshotReader.read(path) }
    }
  }

  @Test func `a folder is refused`() throws {
    try withTemporaryFolder { folder in
      #expect(throws: SnapshotError.self) { try SnapshotReader.header(of: folder) }
    }
  }

  @Test func `any other SQLite file is refused`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a.sqlite"
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE sent (id TEXT)") }
      #expect(throws: SnapshotError.notASnapshot(path: path)) { try SnapshotReader.read(path) }
    }
  }

  @Test func `a snapshot of a newer schema is refused`() throws {
    try withTampered("PRAGMA user_version = 9") { path in
      #expect(throws: SnapshotError.newerSchema(path: path, version: 9, known: 1)) {
        try SnapshotReader.read(path)
      }
    }
  }

  @Test(arguments: [
    ("DROP TABLE lines", "no such table: lines"),
    ("ALTER TABLE sent RENAME gross TO g", "no such column: gross"),
    (
      "UPDATE received SET kind = 'bill' WHERE row = 2",
      "table received, row 2: kind is not one of invoice, credit-note"
    ),
    (
      "UPDATE received SET issue_date = '2023-02-30'",
      "table received, row 1: issue_date is not a date"
    ),
    ("UPDATE received SET gross = 1 << 60", "table received, row 1: gross is not a number"),
    ("UPDATE sent SET currency = 'QQQ'", "table sent, row 1: currency is not a currency"),
    ("UPDATE sent SET created_at = 'noon'", "table sent, row 1: created_at is not a moment"),
    ("UPDATE sent SET row = -1", "table sent, row -1: row is not a row number"),
    ("DELETE FROM snapshot", "the table snapshot is empty"),
  ])
  func `what no snapshot holds is damage, and says where`(sql: String, detail: String) throws {
    try withTampered(sql) { path in
      let error = #expect(throws: SnapshotError.self) { try SnapshotReader.read(path) }
      guard case .damaged(path, let found) = error else {
        Issue.record("not damaged: \(String(describing: error))")
        return
      }
      #expect(found.contains(detail), "\(found)")
    }
  }

  /// Runs a statement on a copy of a snapshot's file, and then the body.
  private func withTampered(_ sql: String, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let books = try TestBooks(takenAt: "2023-05-31T06:00:00Z").received("R1").received("R2")
        .sent("S1").books
      let file = try SnapshotWriter.write(books, links: [], into: folder)
      let path = "\(folder)/tampered.sqlite"
      try Data(contentsOf: URL(filePath: file.path)).write(to: URL(filePath: path))
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "DROP VIEW mirrors; DROP VIEW sent_decimal")
        try db.execute(sql: sql)
      }
      try queue.close()
      try body(path)
    }
  }
}
