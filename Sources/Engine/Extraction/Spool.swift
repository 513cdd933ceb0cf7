internal import Foundation
internal import GRDB
internal import Invoicing

/// The books as they are read, on disk, so that memory does not grow with them and a reading that
/// was killed goes on.
///
/// One row an item: a reading that sees the same as the one before it only says so. Durable
/// against the process's end, not against the power's: a damaged spool is begun anew.
final class Spool: Sendable {
  let path: String
  let database: DatabaseQueue
  private let lock: FileLock

  /// Opens the spool of an extract, or begins one: where there is none, where it was made with
  /// other settings, is damaged, or has rested for longer than a day.
  ///
  /// - Parameter settings: what the content depends on.
  init(_ path: String, settings: String, now: Moment) throws(ExtractionFailure) {
    self.path = path
    do throws(FileLock.Refusal) {
      lock = try FileLock("\(path).lock")
    } catch {
      switch error {
      case .held(let process): throw .spoolInUse(path: path, process: process)
      case .unusable(let reason): throw .spool(path: path, reason: reason)
      }
    }
    do {
      database = try Self.opened(path, settings, now) ?? Self.begun(path, settings)
    } catch {
      throw .spool(path: path, reason: "\(error)")
    }
  }

  /// Removes the spool: the extract is there, or will not be.
  func remove() {
    try? database.close()
    Self.delete(path)
    try? FileManager.default.removeItem(atPath: "\(path).lock")
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(ExtractionFailure) -> Value {
    do { return try database.read(body) } catch { throw refusal(error) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(ExtractionFailure) -> Value {
    do { return try database.write(body) } catch { throw refusal(error) }
  }

  func refusal(_ error: any Error) -> ExtractionFailure {
    (error as? ExtractionFailure) ?? .spool(path: path, reason: "\(error)")
  }

  private static let longestRest: Int64 = 86_400_000_000

  /// The spool that is there, where it can be gone on with.
  private static func opened(
    _ path: String, _ settings: String, _ now: Moment
  ) -> DatabaseQueue? {
    guard FileManager.default.fileExists(atPath: path),
      let queue = try? DatabaseQueue(path: path, configuration: configuration)
    else { return nil }
    let isGood = try? queue.read { db in
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
      let check = try String.fetchOne(db, sql: "PRAGMA quick_check")
      guard id == SpoolSchema.applicationID, check == "ok" else { return false }
      let touched = try fact("touched", db).flatMap { Int64($0) } ?? 0
      return try fact("settings", db) == settings
        && now.microseconds - touched < longestRest
    }
    if isGood == true { return queue }
    try? queue.close()
    return nil
  }

  private static func begun(_ path: String, _ settings: String) throws -> DatabaseQueue {
    delete(path)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(SpoolSchema.applicationID)")
      try db.execute(sql: SpoolSchema.tables)
      try setFact("settings", settings, db)
    }
    return queue
  }

  static func fact(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])
  }

  static func setFact(_ name: String, _ value: String, _ db: Database) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO facts VALUES (?, ?)", arguments: [name, value])
  }

  private static func delete(_ path: String) {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = OFF") }
    return configuration
  }
}
