internal import Auditing
internal import GRDB
internal import Invoicing
internal import Snapshots

/// Findings as rows of `audit_findings`, and back.
enum FindingTable {
  private static let columns = [
    "finding", "fingerprint", "rule", "severity", "state", "received_id", "supplier", "number",
    "mirror_id", "sent_ids", "customer", "currency", "gross", "effect", "age_days", "cause",
    "repair",
  ]

  static func insertion(_ db: Database) throws -> RowInsertion {
    try RowInsertion(into: "audit_findings", columns: columns, db)
  }

  /// Inserts findings behind the one of that number.
  static func insert(
    _ findings: KeptFindings, after last: Int64, _ insertion: borrowing RowInsertion
  ) throws {
    try insertion.insert(findings.rows.count, texts: findings.bytes.span) { place, values in
      let row = findings.rows[place]
      func add(_ column: KeptFindings.Column) {
        values.add(text: findings.place(of: column, place))
      }
      values.add(last + 1 + Int64(place))
      add(.fingerprint)
      add(.rule)
      values.add(row.severity.word)
      values.add(row.state.word)
      for column in [.receivedID, .supplier, .number, .mirrorID, .sentIDs, .customer, .currency]
        as [KeptFindings.Column]
      {
        add(column)
      }
      values.add(row.gross)
      if let effect = row.effect { values.add(effect) } else { add(.wideEffect) }
      values.add(Int64(row.ageDays))
      add(.cause)
      values.add(row.repair.word)
    }
  }

  static func findings(at places: Range<Int64>, in db: Database) throws -> [FindingRecord] {
    var findings: [FindingRecord] = []
    var severities = KnownWords<Severity>()
    var states = KnownWords<FindingState>()
    var repairs = KnownWords<RepairKind>()
    try db.forEachStoredRow(
      """
      SELECT \(columns.joined(separator: ", ")) FROM audit_findings
      WHERE finding BETWEEN \(places.lowerBound) AND \(places.upperBound - 1) ORDER BY finding
      """
    ) { row in
      guard let effect = Int128(row.string(13)) else {
        throw BadStoredCell(row: try row.integer(0), column: "effect", expected: "a number")
      }
      findings.append(
        FindingRecord(
          fingerprint: row.string(1), rule: row.string(2),
          severity: try row.word(3, &severities), state: try row.word(4, &states),
          receivedID: row.string(5), supplier: row.string(6), number: row.string(7),
          mirrorID: row.string(8), sentIDs: row.string(9).split(separator: ";").map(String.init),
          customer: row.string(10), currency: try row.currency(11),
          gross: try row.integer(12), effect: effect, ageDays: Int(try row.integer(14)),
          cause: row.string(15), repair: try row.word(16, &repairs)))
    }
    return findings
  }
}
