internal import GRDB

/// The tables of `audit.sqlite`, and how older ones become today's.
enum WorkspaceSchema {
  /// `MirW` as four bytes: tells a workspace's database from any other.
  static let applicationID: Int32 = 0x4d69_7257

  /// A migration that was once released is never changed: a new one is added.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 snapshots, findings, runs") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: snapshots)
      try db.execute(sql: audits)
      try db.execute(sql: findings)
      try db.execute(sql: runs)
    }
    migrator.registerMigration("2 mendings") { db in try db.execute(sql: mendings) }
    return migrator
  }

  private static let snapshots = """
    CREATE TABLE snapshots (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      identity TEXT NOT NULL UNIQUE,
      content_digest TEXT NOT NULL,
      file_name TEXT NOT NULL,
      file_digest TEXT NOT NULL,
      group_name TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      taken_at_microseconds INTEGER NOT NULL,
      before_identity TEXT,
      before_taken_at_microseconds INTEGER
    ) STRICT;
    """

  private static let audits = """
    CREATE TABLE audits (
      audit INTEGER PRIMARY KEY AUTOINCREMENT,
      snapshot TEXT NOT NULL,
      rules_version TEXT NOT NULL,
      settings_digest TEXT NOT NULL,
      first_finding INTEGER NOT NULL,
      last_finding INTEGER NOT NULL,
      UNIQUE (snapshot, rules_version, settings_digest)
    ) STRICT;
    """

  /// Amounts in minor units; an effect beyond 64 bits is stored as a text of digits.
  ///
  /// An audit's findings stand one after the other, from its `first_finding` on: no index.
  private static let findings = """
    CREATE TABLE audit_findings (
      finding INTEGER PRIMARY KEY,
      fingerprint TEXT, rule TEXT, severity TEXT NOT NULL, state TEXT NOT NULL,
      received_id TEXT, supplier TEXT, number TEXT, mirror_id TEXT, sent_ids TEXT,
      customer TEXT, currency TEXT NOT NULL, gross INTEGER NOT NULL, effect ANY NOT NULL,
      age_days INTEGER NOT NULL, cause TEXT, repair TEXT NOT NULL
    ) STRICT;
    CREATE VIEW findings AS
    SELECT a.snapshot, a.rules_version, a.settings_digest, f.*
    FROM audits a JOIN audit_findings f
      ON f.finding BETWEEN a.first_finding AND a.last_finding;
    """

  private static let runs = """
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY AUTOINCREMENT,
      started_at TEXT NOT NULL,
      snapshot TEXT NOT NULL,
      rules_version TEXT NOT NULL,
      settings_digest TEXT NOT NULL,
      exit_code INTEGER NOT NULL,
      new_findings INTEGER NOT NULL,
      persisting_findings INTEGER NOT NULL,
      resolved_findings INTEGER NOT NULL
    ) STRICT;
    """

  /// What executions of repair plans were seen to have mended.
  private static let mendings = """
    CREATE TABLE mendings (
      fingerprint TEXT NOT NULL,
      plan TEXT NOT NULL,
      action TEXT NOT NULL,
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      at_microseconds INTEGER NOT NULL,
      invoice_ids TEXT NOT NULL,
      PRIMARY KEY (fingerprint, plan, action)
    ) STRICT;
    """
}
