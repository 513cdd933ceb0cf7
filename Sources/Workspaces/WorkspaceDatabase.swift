internal import Foundation
internal import GRDB
internal import Snapshots

/// `audit.sqlite`, with its failures put into words.
struct WorkspaceDatabase: Sendable {
  let path: String
  private let queue: DatabaseQueue

  /// Opens the database or makes it, and brings an older one up to date.
  init(_ path: String) throws(WorkspaceError) {
    self.path = path
    do {
      try Self.refuseOthers(path)
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.read { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tables == 0 || id == WorkspaceSchema.applicationID else {
          throw WorkspaceError.foreign(path: path)
        }
        if try WorkspaceSchema.migrator.hasBeenSuperseded(db) {
          throw WorkspaceError.newerSchema(path: path)
        }
      }
      try WorkspaceSchema.migrator.migrate(queue)
    } catch {
      throw Self.refusal(error, path)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(WorkspaceError) -> Value {
    do { return try queue.read(body) } catch { throw Self.refusal(error, path) }
  }

  /// All of `body` happens, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(WorkspaceError) -> Value {
    do { return try queue.write(body) } catch { throw Self.refusal(error, path) }
  }

  /// A file that holds anything but a database is nobody's to overwrite.
  private static func refuseOthers(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    let start = try file.read(upToCount: 16) ?? Data()
    try file.close()
    guard start.isEmpty || start.elementsEqual("SQLite format 3\0".utf8) else {
      throw WorkspaceError.foreign(path: path)
    }
  }

  /// What a power cut may lose is a whole transaction, which the next run makes again: nothing
  /// waits for the disk but the snapshots themselves.
  ///
  /// Only a new database takes the size of the pages: four times the usual one, because findings
  /// are written and read one after the other, and each page costs a call of the system.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL")
    }
    return configuration
  }

  private static func refusal(_ error: any Error, _ path: String) -> WorkspaceError {
    switch error {
    case let error as WorkspaceError: error
    case let error as DatabaseError:
      switch error.resultCode.primaryResultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
        .damaged(path: path, detail: error.message ?? "\(error.resultCode)")
      default: .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
      }
    case let error as BadStoredCell: .damaged(path: path, detail: "\(error)")
    default: .unusable(path: path, reason: "\(error)")
    }
  }
}
