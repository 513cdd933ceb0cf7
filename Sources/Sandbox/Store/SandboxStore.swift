internal import Foundation
internal import GRDB

/// The books in their file: SQLite, in one process at a time.
package struct SandboxStore: Sendable {
  package let path: String
  let queue: DatabaseQueue

  /// Opens the books, or makes new ones, empty.
  package init(path: String) throws(SandboxStoreError) {
    self.path = path
    do {
      try Self.refuseOthers(path)
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.read { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tables == 0 || id == StoreSchema.applicationID else {
          throw SandboxStoreError.foreign(path: path)
        }
        if try StoreSchema.migrator.hasBeenSuperseded(db) {
          throw SandboxStoreError.newerSchema(path: path)
        }
      }
      try StoreSchema.migrator.migrate(queue)
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// Writes what changed, all or nothing.
  ///
  /// - Parameter durably: on the disk when this returns; else a power cut may lose it, though not
  ///   the end of the process.
  package func write(
    _ changes: [Change], _ events: [TruthEvent], durably: Bool = true
  ) throws(SandboxStoreError) {
    do {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = \(durably ? "FULL" : "OFF")")
        try db.inTransaction {
          for change in changes { try change.write(to: db) }
          for event in events { try event.write(to: db) }
          return .commit
        }
      }
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// The machine as these books left it.
  package func load() throws(SandboxStoreError) -> SandboxMachine {
    do {
      return try queue.read { db in
        var machine = SandboxMachine()
        try Change.readAll(from: db) { machine.apply($0) }
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM truth")
        machine.resume(afterEvent: last ?? 0)
        return machine
      }
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// The truth about one company, oldest first.
  package func truth(
    company: Int64, _ page: Page
  ) throws(SandboxStoreError) -> ListPart<TruthEvent> {
    do {
      return try queue.read { db in
        let size =
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM truth WHERE company = ?", arguments: [company]) ?? 0
        let places = page.places(of: size)
        let events = try TruthEvent.read(from: db, company: company, places: places)
        return ListPart(events, page: page, size: size)
      }
    } catch {
      throw Self.refusal(error, path)
    }
  }

  /// Writes what stands in the log into the books, and closes them.
  package func close() {
    try? queue.close()
  }

  /// One process has the books: nobody changes them behind the machine's back.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "BEGIN IMMEDIATE; COMMIT")
    }
    return configuration
  }

  /// A file that holds anything but a database is nobody's to overwrite.
  private static func refuseOthers(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    let start = try file.read(upToCount: 16) ?? Data()
    try file.close()
    guard start.isEmpty || start.elementsEqual("SQLite format 3\0".utf8) else {
      throw SandboxStoreError.foreign(path: path)
    }
  }

  private static func refusal(_ error: any Error, _ path: String) -> SandboxStoreError {
    switch error {
    case let error as SandboxStoreError: error
    case let error as BadStoredBody: .damaged(path: path, detail: error.description)
    case let error as DatabaseError:
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
        .damaged(path: path, detail: error.message ?? "\(error.resultCode)")
      default: .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
      }
    default: .unusable(path: path, reason: "\(error)")
    }
  }
}
