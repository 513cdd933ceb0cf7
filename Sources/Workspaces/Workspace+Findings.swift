package import Auditing
internal import GRDB
internal import Invoicing
internal import Snapshots

extension Workspace {
  /// Keeps the findings of an audit, in their order, in place of those that it had.
  package func store(
    _ findings: [FindingRecord], of audit: AuditKey
  ) throws(WorkspaceError) {
    try database.write { db in
      let arguments: StatementArguments = [
        audit.identity, audit.rulesVersion, audit.settingsDigest,
      ]
      if let old = try Self.number(of: audit, db) {
        try db.execute(sql: "DELETE FROM audit_findings WHERE audit = ?", arguments: [old])
        try db.execute(sql: "DELETE FROM audits WHERE audit = ?", arguments: [old])
      }
      try db.execute(
        sql: "INSERT INTO audits (snapshot, rules_version, settings_digest) VALUES (?, ?, ?)",
        arguments: arguments)
      let number = db.lastInsertedRowID
      let last = try Int64.fetchOne(db, sql: "SELECT max(finding) FROM audit_findings") ?? 0
      try BulkInsert.insert(FindingTable.table(findings, audit: number, after: last), into: db)
    }
  }

  /// The findings of an audit, in their order; nil: nobody has stored any.
  package func findings(of audit: AuditKey) throws(WorkspaceError) -> [FindingRecord]? {
    try database.read { db in
      guard let number = try Self.number(of: audit, db) else { return nil }
      return try FindingTable.findings(of: number, in: db)
    }
  }

  private static func number(of audit: AuditKey, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT audit FROM audits
        WHERE snapshot = ? AND rules_version = ? AND settings_digest = ?
        """,
      arguments: [audit.identity, audit.rulesVersion, audit.settingsDigest])
  }
}
