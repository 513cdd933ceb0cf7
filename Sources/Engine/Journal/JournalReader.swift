internal import GRDB
package import Invoicing
package import Mirroring

/// What a journal holds, whoever writes it meanwhile.
package struct JournalReader: Sendable {
  private let database: JournalDatabase

  init(_ database: JournalDatabase) { self.database = database }

  /// Opens a journal to read it; it takes no lock.
  ///
  /// - Throws: `JournalError.missing` where there is none.
  package init(path: String) throws(JournalError) {
    database = try JournalDatabase(reading: FileLock.resolved(path))
  }

  package var path: String { database.path }

  /// All that happened to a received invoice, in its order.
  package func entries(of receivedID: String) throws(JournalError) -> [JournalEntry] {
    try database.read { db in
      try Row.fetchAll(
        db, sql: Self.entries + " WHERE e.received_id = ? ORDER BY e.entry",
        arguments: [receivedID]
      ).map(JournalEntry.init)
    }
  }

  /// What a machine that takes a case up must know; `action`: the action of a plan that it is
  /// for, nil for the daily job.
  func memory(
    of receivedID: String, for action: ActionReference?
  ) throws(JournalError) -> CaseMemory {
    try database.read { db in
      var memory = CaseMemory()
      let rows = try Row.fetchCursor(
        db, sql: Self.entries + " WHERE e.received_id = ? ORDER BY e.entry",
        arguments: [receivedID])
      while let row = try rows.next() {
        let isOwn =
          row["plan_id"] as String? == action?.planID
          && row["action_id"] as String? == action?.actionID
        memory.remember(try JournalEntry(row), own: isOwn)
      }
      return memory
    }
  }

  /// What was written for one action of a plan, in its order.
  package func entries(of action: ActionReference) throws(JournalError) -> [JournalEntry] {
    try database.read { db in
      try Row.fetchAll(
        db, sql: Self.entries + " WHERE e.plan_id = ? AND e.action_id = ? ORDER BY e.entry",
        arguments: [action.planID, action.actionID]
      ).map(JournalEntry.init)
    }
  }

  /// The received invoices that something is written of, in the order of their ids.
  package func receivedIDs() throws(JournalError) -> [String] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT received_id FROM entries")
        .sorted { IdentifierOrder.precedes($0.utf8.span, $1.utf8.span) }
    }
  }

  /// The received invoices with a case that was begun, by our engine, and not brought to an end.
  package func unfinished() throws(JournalError) -> [String] {
    try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT received_id FROM entries
          WHERE entry IN (SELECT max(entry) FROM entries WHERE is_foreign = 0 GROUP BY received_id)
            AND kind <> 'finished'
          ORDER BY received_id
          """)
    }
  }

  /// Hands on each try to create a mirror, as `attempts.csv` has them.
  ///
  /// By their moment, then in the order they were written. A try that the engine's end cut off is
  /// a `timeout`.
  /// - Parameter last: the last entry that counts; nil: all do.
  package func eachAttempt(upTo last: Int64? = nil, _ body: (Attempt) throws -> Void) throws {
    // What `body` throws is its own, and passes the words for the database's failures by.
    var thrown: (any Error)?
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT *, attempted_at AS at FROM attempts WHERE entry <= ?
          ORDER BY attempted_at, entry
          """, arguments: [last ?? Int64.max])
      while thrown == nil, let row = try rows.next() {
        let cells = EntryCells(row)
        let attempt = Attempt(
          receivedID: try cells.text("received_id"),
          idempotencyKey: cells.optional("idempotency_key"), attemptedAt: try cells.moment(),
          outcome: try cells.word("outcome"), sentID: cells.optional("sent_id"))
        do { try body(attempt) } catch { thrown = error }
      }
    }
    if let thrown { throw thrown }
  }

  /// The key of the create that made a sent invoice, or brought it back; nil: none is known.
  package func key(thatMade sentID: String) throws(JournalError) -> String? {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT idempotency_key FROM entries
          WHERE sent_id = ? AND kind = 'answered' AND idempotency_key IS NOT NULL
          ORDER BY outcome <> 'created', entry LIMIT 1
          """)
      return try String.fetchOne(statement, arguments: [sentID])
    }
  }

  /// The number of the last entry; 0 where there is none.
  ///
  /// The same number: the same content.
  package func lastEntry() throws(JournalError) -> Int64 {
    try database.read { db in
      try Int64.fetchOne(db, sql: "SELECT coalesce(max(entry), 0) FROM entries") ?? 0
    }
  }

  /// When a plan was begun and when it ended; nil for one that was never begun.
  package func plan(
    _ id: String
  ) throws(JournalError) -> (begunAt: Moment, endedAt: Moment?)? {
    try database.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM plans WHERE plan_id = ?", arguments: [id]).map {
        row in
        let ended: Int64? = row["ended_at"]
        return (
          Moment(microseconds: row["begun_at"]), ended.map { Moment(microseconds: $0) }
        )
      }
    }
  }

  private static let entries = """
    SELECT e.*, i.body, i.content_type, i.dead, i.customer, i.currency, i.net, i.vat, i.gross
    FROM entries e LEFT JOIN intents i ON i.entry = e.entry
    """
}
