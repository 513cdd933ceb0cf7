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
      .newerSchema(path: "a", version: 9, known: 4),
      "the snapshot a has schema version 9, this program knows versions up to 4: use a newer "
        + "mirror-audit"
    ),
    (
      .olderSchema(path: "a", version: 2, known: 4),
      "the snapshot a has schema version 2, this program reads version 4 only: read it with the "
        + "mirror-audit that made it, or take it again with 'mirror-audit snapshot' into another "
        + "workspace"
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
      #expect(throws: SnapshotError.newerSchema(path: path, version: 9, known: 4)) {
        try SnapshotReader.read(path)
      }
    }
  }

  @Test func `a snapshot of an older schema is refused`() throws {
    try withTampered("PRAGMA user_version = 2") { path in
      #expect(throws: SnapshotError.olderSchema(path: path, version: 2, known: 4)) {
        try SnapshotReader.read(path)
      }
    }
  }

  @Test(arguments: [
    ("DROP TABLE lines_rows", "no such table: lines_rows"),
    ("ALTER TABLE sent_rows RENAME net TO n", "no such column: net"),
    (
      "UPDATE received_rows SET head = head | 4080 WHERE row = 2",
      "table received_rows, row 2: head is not a kind, a status, a currency and a date"
    ),
    (
      "UPDATE received_rows SET head = head | (4194303 << 12)",
      "table received_rows, row 1: head is not a kind, a status, a currency and a date"
    ),
    (
      "UPDATE received_rows SET head = head | (1023 << 34)",
      "table received_rows, row 1: head is not a due date"
    ),
    (
      "ALTER TABLE received_rows ADD due_date INTEGER; "
        + "UPDATE received_rows SET head = head | (1023 << 34), due_date = 1 << 40",
      "table received_rows, row 1: due_date is not a date"
    ),
    (
      "UPDATE received_rows SET net = 1 << 60", "table received_rows, row 1: net is not a number"
    ),
    ("UPDATE sent_rows SET head = head | 14", "table sent_rows, row 1: head is not a kind"),
    ("UPDATE sent_rows SET head = -1", "table sent_rows, row 1: head is not a kind"),
    (
      "UPDATE sent_rows SET head = head | (99 << 44)",
      "table sent_rows, row 1: head is not a party"
    ),
    (
      "UPDATE sent_rows SET created_at = 'noon'",
      "table sent_rows, row 1: created_at is not a moment"
    ),
    (
      "UPDATE sent_rows SET created_at = 1 << 60",
      "table sent_rows, row 1: created_at is not a moment"
    ),
    (
      "ALTER TABLE sent_rows ADD mirror_of ANY; UPDATE sent_rows SET mirror_of = 3",
      "table sent_rows: a row names an invoice that is not there"
    ),
    ("UPDATE sent_rows SET row = -1", "table sent_rows, row -1: row is not a row number"),
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
        try db.execute(
          sql: "DROP VIEW mirrors; DROP VIEW sent_decimal; DROP VIEW sent; DROP VIEW lines")
        try db.execute(sql: sql)
      }
      try queue.close()
      try body(path)
    }
  }
}
