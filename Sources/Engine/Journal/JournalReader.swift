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

  /// What was written for one action of a plan, in its order.
  package func entries(of action: ActionReference) throws(JournalError) -> [JournalEntry] {
    try database.read { db in
      try Row.fetchAll(
        db, sql: Self.entries + " WHERE e.plan_id = ? AND e.action_id = ? ORDER BY e.entry",
        arguments: [action.planID, action.actionID]
      ).map(JournalEntry.init)
    }
  }

  /// The received invoices that something is written of, with where to find it, by id.
  package func receivedIDs() throws(JournalError) -> [String] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT received_id FROM entries ORDER BY 1")
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

  /// Hands on each try to create a mirror, as `attempts.csv` has them: by their moment, then in
  /// the order they were written. A try that the engine's end cut off is a `timeout`.
  package func eachAttempt(_ body: (Attempt) throws -> Void) throws {
    // What `body` throws is its own, and passes the words for the database's failures by.
    var thrown: (any Error)?
    try database.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT *, attempted_at AS at FROM attempts ORDER BY attempted_at, entry")
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

  /// The number of the last entry; 0 where there is none. The same number: the same content.
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
