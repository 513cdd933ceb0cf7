internal import Foundation
internal import GRDB
package import Invoicing
package import Mirroring

/// What the engine has begun and how it ended: written before a request leaves and after its
/// answer, on the disk when a call returns.
///
/// One engine at a time has it: a lock lies beside it for as long as this lives, and goes with the
/// process however that ends.
package final class Journal: Sendable {
  /// What it holds.
  package let reader: JournalReader
  private let database: JournalDatabase
  private let lock: FileLock

  /// Opens the journal or makes it, with the folder that it lies in.
  ///
  /// - Throws: `JournalError`: it is another engine's now, newer than this engine, damaged, not a
  ///   journal, or cannot be written.
  package init(path: String) throws(JournalError) {
    let path = FileLock.resolved(path)
    let folder = path.folderOfPath
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do throws(FileLock.Refusal) {
      lock = try FileLock("\(path).lock")
    } catch {
      switch error {
      case .held(let process): throw .locked(path: path, process: process)
      case .unusable(let reason): throw .unusable(path: path, reason: reason)
      }
    }
    database = try JournalDatabase(path)
    reader = JournalReader(database)
  }

  /// Appends entries, all of them or none; they are durable when it returns.
  package func append(
    _ entries: [JournalEntry], for action: ActionReference? = nil
  ) throws(JournalError) {
    try append(entries.map { ($0, action) })
  }

  func append(
    _ entries: [(entry: JournalEntry, action: ActionReference?)]
  ) throws(JournalError) {
    try database.write { db in
      for (entry, action) in entries { try entry.insert(db, for: action) }
    }
  }

  /// Appends the tries of an engine that kept no journal of this kind, in this order.
  ///
  /// They count as tries of the engine's own in `attempts.csv`, and the mirrors that they made are
  /// known to it; no intent of theirs is ever gone on with.
  package func append(foreign attempts: [Attempt]) throws(JournalError) {
    try database.write { db in
      for attempt in attempts {
        let mayExist = attempt.outcome == .timeout && attempt.sentID == nil
        try JournalEntry.answered(attempt, mayExist: mayExist)
          .insert(db, for: nil, isForeign: true)
      }
    }
  }

  /// Notes that a plan is under way; does nothing where it is known.
  package func begin(plan id: String, at now: Moment) throws(JournalError) {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO plans (plan_id, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [id, now.microseconds])
    }
  }

  /// Notes that all of a plan's actions have had their turn.
  package func end(plan id: String, at now: Moment) throws(JournalError) {
    try database.write { db in
      try db.execute(
        sql: "UPDATE plans SET ended_at = ? WHERE plan_id = ?",
        arguments: [now.microseconds, id])
    }
  }
}
