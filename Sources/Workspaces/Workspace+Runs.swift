internal import GRDB
internal import Invoicing
internal import Snapshots

extension Workspace {
  /// Adds a run to the record.
  package func record(_ run: Run) throws(WorkspaceError) {
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO runs (started_at, snapshot, rules_version, settings_digest, exit_code,
            new_findings, persisting_findings, resolved_findings)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.startedAt.description, run.audit.identity, run.audit.rulesVersion,
          run.audit.settingsDigest, run.exitCode, run.newFindings, run.persistingFindings,
          run.resolvedFindings,
        ])
    }
  }

  /// All runs, the first one first.
  package func runs() throws(WorkspaceError) -> [Run] {
    var runs: [Run] = []
    try database.read { db in
      try db.forEachStoredRow(
        """
        SELECT run, started_at, snapshot, rules_version, settings_digest, exit_code,
          new_findings, persisting_findings, resolved_findings
        FROM runs ORDER BY run
        """
      ) { row in
        runs.append(
          Run(
            audit: AuditKey(
              identity: row.string(2), rulesVersion: row.string(3),
              settingsDigest: row.string(4)),
            startedAt: try row.moment(1), exitCode: Int(try row.integer(5)),
            newFindings: try row.count(6), persistingFindings: try row.count(7),
            resolvedFindings: try row.count(8)))
      }
    }
    return runs
  }
}
