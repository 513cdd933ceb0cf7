internal import Auditing
internal import Invoicing

/// A report on one screen, for scripts: what `TerminalSummary` says, as JSON.
///
/// Keys are sorted; amounts are decimals in strings, as in `findings.csv`.
package enum JSONSummary {
  /// The summary, with a line feed at its end.
  ///
  /// - Parameter files: where the reports are.
  package static func text(of report: Report, files: [String]) -> String {
    let figures = ReportFigures(report)
    let audit = report.audit
    let value = JSONValue.object([
      "balances": .truth(audit.balances),
      "before": audit.books.before.map(before) ?? .null,
      "files": .array(files.map { .string($0) }),
      "findings": findings(figures.stakes),
      "gravest": .array(figures.gravest.map(finding)),
      "group": .string(audit.books.header.group),
      "in_scope": .integer(figures.inScope),
      "inputs": .array(audit.books.inputs.map(input)),
      "money": .array(figures.stakes.byCurrency.map(stake)),
      "out_of_scope": .integer(figures.outOfScope),
      "program": program(report.program),
      "quarantined": .integer(audit.books.rejected.count),
      "rules": .array(audit.rules.map { rule($0, figures.stakes) }),
      "snapshot": .string(report.identity),
      "suppliers_without_source": .array(audit.suppliersWithoutSource.map { .string($0) }),
      "taken_at": .string(audit.books.header.takenAt.description),
      "tie_out": .array(figures.sums.map(tieOut)),
    ])
    return value.text + "\n"
  }

  private static func before(_ before: SnapshotBefore) -> JSONValue {
    .object([
      "snapshot": .string(before.identity), "taken_at": .string(before.takenAt.description),
    ])
  }

  private static func program(_ program: ProgramVersion) -> JSONValue {
    .object([
      "name": .string(program.name), "rules_version": .string(program.rules),
      "version": .string(program.version),
    ])
  }

  private static func input(_ input: ExtractInput) -> JSONValue {
    .object([
      "file": .string(input.file.name),
      "ignored_columns": .array(input.ignoredColumns.map { .string($0) }),
      "rejected": .integer(input.rejected), "rows": .integer(input.rows),
      "sha256": .string(input.sha256),
    ])
  }

  private static func findings(_ stakes: Stakes) -> JSONValue {
    .object([
      "new": .integer(stakes.new), "open": .integer(stakes.open),
      "persisting": .integer(stakes.persisting), "resolved": .integer(stakes.resolved),
    ])
  }

  private static func stake(_ stake: Stake) -> JSONValue {
    .object([
      "currency": .string(stake.currency.code), "effect": amount(stake.effect, stake.currency),
      "findings": .integer(stake.findings),
      "too_little": amount(stake.tooLittle, stake.currency),
      "too_much": amount(stake.tooMuch, stake.currency),
    ])
  }

  private static func rule(_ run: RuleRun, _ stakes: Stakes) -> JSONValue {
    .object([
      "findings": .integer(run.findings),
      "lacks": run.lacks.map { .string($0.name) } ?? .null,
      "money": .array(stakes.byRule.filter { $0.rule == run.rule }.map { stake($0.stake) }),
      "rule": .string(run.rule), "severity": .string(run.severity.name),
    ])
  }

  private static func tieOut(_ row: TieOutRow) -> JSONValue {
    .object([
      "currency": .string(row.currency.code), "difference": amount(row.difference, row.currency),
      "expected": amount(row.expected, row.currency),
      "findings": amount(row.findings, row.currency),
      "mirrored": amount(row.mirrored, row.currency),
      "mirrored_count": .integer(row.mirroredCount),
      "pending": amount(row.pending, row.currency),
      "pending_count": .integer(row.pendingCount),
      "received_count": .integer(row.receivedCount),
      "tolerated": amount(row.tolerated, row.currency),
      "unexplained": amount(row.unexplained, row.currency),
    ])
  }

  static func finding(_ record: FindingRecord) -> JSONValue {
    .object([
      "age_days": .integer(record.ageDays), "cause": .string(record.cause),
      "currency": .string(record.currency.code), "customer": .string(record.customer),
      "effect": amount(record.effect, record.currency),
      "fingerprint": .string(record.fingerprint),
      "gross": amount(Int128(record.gross), record.currency),
      "mirror_id": .string(record.mirrorID), "number": .string(record.number),
      "received_id": .string(record.receivedID), "repair": .string(record.repair.name),
      "rule": .string(record.rule), "sent_ids": .array(record.sentIDs.map { .string($0) }),
      "severity": .string(record.severity.name), "state": .string(record.state.name),
      "supplier": .string(record.supplier),
    ])
  }

  static func amount(_ minorUnits: Int128, _ currency: Currency) -> JSONValue {
    .string(Money.decimal(minorUnits, decimals: currency.decimals))
  }
}
