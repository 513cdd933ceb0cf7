internal import Auditing
internal import GRDB
internal import Invoicing
internal import Snapshots

/// Findings as rows of `audit_findings`, and back.
enum FindingTable {
  static func table(_ findings: ToldFindings, after last: Int64) -> StoredTable {
    let rows = findings.rows
    var texts = TextTable()
    texts.reserve(rows.count * 5, hashed: rows.count * 3)
    func column(_ place: (ToldFindings.Row) -> Range<Int>) -> Cells {
      .texts(rows.map { texts.intern(findings.texts[place($0)]) })
    }
    let columns: KeyValuePairs<String, Cells> = [
      "finding": .integers((0..<rows.count).map { last + 1 + Int64($0) }),
      "fingerprint": column(\.fingerprint),
      "rule": .texts(rows.map { texts.intern($0.figures.rule) }),
      "severity": .words(rows.map { $0.figures.severity }),
      "state": .words(rows.map { $0.figures.state }),
      "received_id": column(\.receivedID),
      "supplier": column(\.supplier),
      "number": column(\.number),
      "mirror_id": column(\.mirrorID),
      "sent_ids": .texts(sentIDs(findings, &texts)),
      "customer": column(\.customer),
      "currency": .currencies(rows.map { $0.figures.currency }),
      "gross": .integers(rows.map { $0.grossMinorUnits }),
      "effect": effects(rows) ?? .texts(rows.map { texts.intern("\($0.figures.effect)") }),
      "age_days": .integers(rows.map { Int64($0.ageDays) }),
      "cause": .texts(rows.map { texts.intern(findings.causes[$0.cause]) }),
      "repair": .words(rows.map { $0.figures.repair }),
    ]
    return StoredTable("audit_findings", count: rows.count, texts: texts, columns)
  }

  /// Joined by `;`.
  private static func sentIDs(_ findings: ToldFindings, _ texts: inout TextTable) -> [Text] {
    var joined: [UInt8] = []
    return findings.rows.map { row in
      joined.removeAll(keepingCapacity: true)
      findings.join(row.sent, to: &joined)
      return texts.intern(joined.span)
    }
  }

  /// The effects as numbers of 64 bits, unless one is greater.
  private static func effects(_ rows: [ToldFindings.Row]) -> Cells? {
    var numbers: [Int64] = []
    for row in rows {
      guard let number = Int64(exactly: row.figures.effect) else { return nil }
      numbers.append(number)
    }
    return .integers(numbers)
  }

  static func findings(at places: Range<Int64>, in db: Database) throws -> [FindingRecord] {
    var findings: [FindingRecord] = []
    var severities = KnownWords<Severity>()
    var states = KnownWords<FindingState>()
    var repairs = KnownWords<RepairKind>()
    try db.forEachStoredRow(
      """
      SELECT finding, fingerprint, rule, severity, state, received_id, supplier, number,
        mirror_id, sent_ids, customer, currency, gross, effect, age_days, cause, repair
      FROM audit_findings
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
