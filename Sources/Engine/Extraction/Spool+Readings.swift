internal import GRDB
internal import Invoicing

extension Spool {
  /// A reading of all books, of which the spool keeps one after the other.
  struct Reading: Sendable {
    var number: Int
    /// Between the reading before and this one.
    var beganAt: Moment
    /// The journal's last entry then; nil: there was no journal.
    var journalEntry: Int64?
  }

  /// The reading under way, or the first where there is none.
  func reading(now: Moment, journalEntry: Int64?) throws(ExtractionFailure) -> Reading {
    try write { db in
      if let number = try Self.fact("pass", db).flatMap({ Int($0) }) {
        return try Self.reading(number, db)
      }
      return try Self.begin(1, now, journalEntry, db)
    }
  }

  /// Ends a reading; the next one where the two that were last differ, nil where they agree.
  func conclude(
    _ reading: Reading, now: Moment, journalEntry: Int64?
  ) throws(ExtractionFailure) -> Reading? {
    try write { db in
      let pass = reading.number
      // What this reading has not seen is no more.
      for table in ["lines", "files"] {
        try db.execute(
          sql: """
            DELETE FROM \(table) WHERE (ledger, invoice_id) IN (
              SELECT ledger, id FROM invoices WHERE pass < ?)
            """, arguments: [pass])
      }
      try db.execute(sql: "DELETE FROM invoices WHERE pass < ?", arguments: [pass])
      try Self.add(db.changesCount, to: pass, db)
      try db.execute(
        sql: """
          DELETE FROM entry_files WHERE (supplier, entry) IN (
            SELECT supplier, entry FROM entries WHERE pass < ?)
          """, arguments: [pass])
      try db.execute(sql: "DELETE FROM entries WHERE pass < ?", arguments: [pass])
      try Self.add(db.changesCount, to: pass, db)
      let changes = try Self.fact("changes \(pass)", db)
      if pass > 1, changes == nil { return nil }
      return try Self.begin(pass + 1, now, journalEntry, db)
    }
  }

  private static func begin(
    _ pass: Int, _ now: Moment, _ journalEntry: Int64?, _ db: Database
  ) throws -> Reading {
    try setFact("pass", "\(pass)", db)
    try setFact("began \(pass)", "\(now.microseconds)", db)
    try setFact("touched", "\(now.microseconds)", db)
    if let journalEntry { try setFact("journal \(pass)", "\(journalEntry)", db) }
    return Reading(number: pass, beganAt: now, journalEntry: journalEntry)
  }

  private static func reading(_ pass: Int, _ db: Database) throws -> Reading {
    let began = try fact("began \(pass)", db).flatMap { Int64($0) } ?? 0
    return Reading(
      number: pass, beganAt: Moment(microseconds: began),
      journalEntry: try fact("journal \(pass)", db).flatMap { Int64($0) })
  }
}
