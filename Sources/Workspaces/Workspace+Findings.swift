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
      if let old = try Self.places(of: audit, db) {
        try db.execute(
          sql: "DELETE FROM audit_findings WHERE finding BETWEEN ? AND ?",
          arguments: [old.lowerBound, old.upperBound - 1])
      }
      let last = try Int64.fetchOne(db, sql: "SELECT max(last_finding) FROM audits") ?? 0
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO audits
            (snapshot, rules_version, settings_digest, first_finding, last_finding)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          audit.identity, audit.rulesVersion, audit.settingsDigest, last + 1,
          last + Int64(findings.count),
        ])
      // Some at a time, so that the table of their texts stays small.
      for start in stride(from: 0, to: findings.count, by: Self.batch) {
        let some = findings[start..<min(start + Self.batch, findings.count)]
        try BulkInsert.insert(FindingTable.table(some, after: last + Int64(start)), into: db)
      }
    }
  }

  private static var batch: Int { 5000 }

  /// The findings of an audit, in their order; nil: nobody has stored any.
  package func findings(of audit: AuditKey) throws(WorkspaceError) -> [FindingRecord]? {
    try database.read { db in
      guard let places = try Self.places(of: audit, db) else { return nil }
      return try FindingTable.findings(at: places, in: db)
    }
  }

  private static func places(of audit: AuditKey, _ db: Database) throws -> Range<Int64>? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT first_finding, last_finding FROM audits
        WHERE snapshot = ? AND rules_version = ? AND settings_digest = ?
        """,
      arguments: [audit.identity, audit.rulesVersion, audit.settingsDigest])
    guard let row else { return nil }
    let first: Int64 = row[0]
    let last: Int64 = row[1]
    guard first >= 1, last >= first - 1, last < .max else {
      throw BadStoredCell(row: first, column: "last_finding", expected: "behind first_finding")
    }
    return first..<last + 1
  }
}
