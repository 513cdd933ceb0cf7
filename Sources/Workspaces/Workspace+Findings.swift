package import Auditing
internal import GRDB
internal import Invoicing
internal import Snapshots

extension Workspace {
  /// Keeps the findings of an audit, in their order, in place of those that it had.
  package func store(
    _ findings: [FindingRecord], of audit: AuditKey
  ) throws {
    var start = 0
    try store(findings.count, of: audit) {
      guard start < findings.count else { return nil }
      let some = findings[start..<min(start + Self.batch, findings.count)]
      start += some.count
      return KeptFindings(ToldFindings(some))
    }
  }

  /// The same of so many findings, of which `next` gives some at a time, then nil.
  ///
  /// - Throws: `WorkspaceError`, or what `next` throws; then nothing is changed.
  package func store(
    _ count: Int, of audit: AuditKey, next: () throws -> KeptFindings?
  ) throws {
    var failure: (any Error)?
    do {
      try database.write { db in
        var last = try Self.makeRoom(for: count, of: audit, db)
        let insertion = try FindingTable.insertion(db)
        do {
          while let some = try next() {
            try FindingTable.insert(some, after: last, insertion)
            last += Int64(some.rows.count)
          }
        } catch {
          failure = error is DatabaseError ? nil : error
          throw error
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Removes what the audit had, and returns the place behind which its findings come.
  private static func makeRoom(
    for count: Int, of audit: AuditKey, _ db: Database
  ) throws -> Int64 {
    if let old = try places(of: audit, db) {
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
        last + Int64(count),
      ])
    return last
  }

  private static var batch: Int { 5000 }

  /// Whether the findings of an audit have been stored.
  package func hasFindings(of audit: AuditKey) throws(WorkspaceError) -> Bool {
    try database.read { db in try Self.places(of: audit, db) != nil }
  }

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
