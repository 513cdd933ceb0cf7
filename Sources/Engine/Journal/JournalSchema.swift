internal import GRDB

/// The tables of a journal, and how older ones become today's.
enum JournalSchema {
  /// `MirJ` as four bytes: tells a journal from any other database.
  static let applicationID: Int32 = 0x4d69_724a

  /// A migration that was once released is never changed: a new one is added.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 entries, intents, plans") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: entries)
      try db.execute(sql: intents)
      try db.execute(sql: plans)
      try db.execute(sql: views)
    }
    migrator.registerMigration("2 attempts name what was found") { db in
      try db.execute(sql: "DROP VIEW attempts")
      try db.execute(sql: namingViews)
    }
    return migrator
  }

  /// What happened, in its order; nothing is ever changed or removed.
  ///
  /// `at` is in microseconds since 1970; `began` of an answer: when its try was begun.
  private static let entries = """
    CREATE TABLE entries (
      entry INTEGER PRIMARY KEY AUTOINCREMENT,
      received_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      plan_id TEXT,
      action_id TEXT,
      idempotency_key TEXT,
      sent_id TEXT,
      outcome TEXT,
      may_exist INTEGER,
      deed TEXT,
      credit_note_id TEXT,
      invoice_ids TEXT,
      why TEXT,
      is_foreign INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX entries_by_received ON entries (received_id, entry);
    CREATE INDEX entries_by_sent ON entries (sent_id) WHERE sent_id IS NOT NULL;
    CREATE INDEX entries_by_action ON entries (plan_id, action_id) WHERE plan_id IS NOT NULL;
    """

  /// The body that every try with a key repeats, and what a mirror made of it has.
  private static let intents = """
    CREATE TABLE intents (
      entry INTEGER PRIMARY KEY REFERENCES entries,
      body BLOB NOT NULL,
      content_type TEXT NOT NULL,
      dead TEXT NOT NULL,
      customer TEXT,
      currency TEXT NOT NULL,
      net TEXT NOT NULL,
      vat TEXT NOT NULL,
      gross TEXT NOT NULL
    ) STRICT;
    """

  private static let plans = """
    CREATE TABLE plans (
      plan_id TEXT PRIMARY KEY,
      begun_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT;
    """

  /// Beside each begun try how it ended; a try without an answer was cut off by the engine's end.
  private static let views = """
    CREATE VIEW attempts AS
    SELECT entry, received_id, idempotency_key, at AS attempted_at, outcome, sent_id
    FROM entries WHERE kind = 'answered'
    UNION ALL
    SELECT t.entry, t.received_id, t.idempotency_key, t.at, 'timeout', NULL
    FROM entries t
    WHERE t.kind IN ('intended', 'retried') AND coalesce((
      SELECT n.kind FROM entries n
      WHERE n.received_id = t.received_id AND n.entry > t.entry
        AND n.idempotency_key = t.idempotency_key
        AND n.kind IN ('intended', 'retried', 'answered')
      ORDER BY n.entry LIMIT 1), '') <> 'answered';
    """

  /// The same, and each try once: with what it made where that was found later.
  ///
  /// A mirror that was found dead, and that no try names, is what a case failed for then: else
  /// the next audit would not know the dead that this journal remembers.
  private static let namingViews = """
    CREATE VIEW attempts AS
    SELECT entry, received_id, idempotency_key, at AS attempted_at, outcome, sent_id
    FROM entries a WHERE kind = 'answered' AND NOT (sent_id IS NULL AND EXISTS (
      SELECT * FROM entries f
      WHERE f.received_id = a.received_id AND f.entry > a.entry AND f.kind = 'answered'
        AND f.idempotency_key = a.idempotency_key AND f.at = a.at
        AND f.sent_id IS NOT NULL AND f.may_exist = 1))
    UNION ALL
    SELECT t.entry, t.received_id, t.idempotency_key, t.at, 'timeout', NULL
    FROM entries t
    WHERE t.kind IN ('intended', 'retried') AND coalesce((
      SELECT n.kind FROM entries n
      WHERE n.received_id = t.received_id AND n.entry > t.entry
        AND n.idempotency_key = t.idempotency_key
        AND n.kind IN ('intended', 'retried', 'answered')
      ORDER BY n.entry LIMIT 1), '') <> 'answered'
    UNION ALL
    SELECT d.entry, d.received_id, NULL, d.at, 'failed', d.sent_id
    FROM entries d
    WHERE d.kind = 'found-dead' AND NOT EXISTS (
      SELECT * FROM entries o
      WHERE o.received_id = d.received_id AND o.sent_id = d.sent_id
        AND (o.kind = 'answered' OR (o.kind = 'found-dead' AND o.entry < d.entry)));
    """
}
