internal import Foundation
internal import GRDB

/// The journal's database, with its failures put into words.
struct JournalDatabase: Sendable {
  let path: String
  private let queue: DatabaseQueue

  /// Opens the journal or makes it, and brings an older one up to date.
  ///
  /// A transaction is over when the disk has it: what is sent next stands in the journal even
  /// where the power fails.
  init(_ path: String) throws(JournalError) {
    self.path = path
    do {
      try Self.refuseOthers(path)
      queue = try DatabaseQueue(path: path, configuration: Self.writing)
      // GRDB sets NORMAL when it turns the log on, after all that a configuration prepares.
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      try queue.read { try Self.check($0, path) }
      try JournalSchema.migrator.migrate(queue)
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// Opens a journal that is there, to read it.
  init(reading path: String) throws(JournalError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      try Self.refuseOthers(path)
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in
        try Self.check(db, path)
        if try Self.isUnbegun(db) { throw JournalError.missing(path: path) }
        guard try JournalSchema.migrator.hasCompletedMigrations(db) else {
          throw JournalError.unusable(
            path: path, reason: "it is an older engine's; 'mirror-engine run' brings it up to date")
        }
      }
    } catch {
      throw Self.refusal(error, path)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    do { return try queue.read(body) } catch { throw Self.refusal(error, path) }
  }

  /// All of `body` happens and the disk has it when this returns, or nothing does.
  func write<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    do { return try queue.write(body) } catch { throw Self.refusal(error, path) }
  }

  private static func check(_ db: Database, _ path: String) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard try isUnbegun(db) || id == JournalSchema.applicationID else {
      throw JournalError.foreign(path: path)
    }
    if try JournalSchema.migrator.hasBeenSuperseded(db) {
      throw JournalError.newerSchema(path: path)
    }
  }

  /// Whether it has no table yet: an engine was cut off, by a full disk say, as it made it.
  private static func isUnbegun(_ db: Database) throws -> Bool {
    let tables = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM sqlite_master
        WHERE name <> 'grdb_migrations' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """)
    return tables == 0
  }

  /// A file that holds anything but a database is nobody's to overwrite.
  private static func refuseOthers(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    let start = try file.read(upToCount: 16) ?? Data()
    try file.close()
    guard start.isEmpty || start.elementsEqual("SQLite format 3\0".utf8) else {
      throw JournalError.foreign(path: path)
    }
  }

  private static var writing: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func refusal(_ error: any Error, _ path: String) -> JournalError {
    switch error {
    case let error as JournalError: error
    case let error as DatabaseError:
      switch error.resultCode.primaryResultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
        .damaged(path: path, detail: error.message ?? "\(error.resultCode)")
      default: .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
      }
    case let error as BadEntry: .damaged(path: path, detail: error.description)
    default: .unusable(path: path, reason: "\(error)")
    }
  }
}
