internal import Auditing
internal import GRDB
internal import Invoicing
internal import Snapshots

/// Findings as rows of `audit_findings`, and back.
enum FindingTable {
  static func table(_ findings: ArraySlice<FindingRecord>, after last: Int64) -> StoredTable {
    var texts = TextTable()
    func column(_ text: (FindingRecord) -> String) -> Cells {
      .texts(findings.map { texts.intern(text($0)) })
    }
    let columns: KeyValuePairs<String, Cells> = [
      "finding": .integers((0..<findings.count).map { last + 1 + Int64($0) }),
      "fingerprint": column { $0.fingerprint },
      "rule": column { $0.rule },
      "severity": .words(findings.map { $0.severity }),
      "state": .words(findings.map { $0.state }),
      "received_id": column { $0.receivedID },
      "supplier": column { $0.supplier },
      "number": column { $0.number },
      "mirror_id": column { $0.mirrorID },
      "sent_ids": column { $0.sentIDs.joined(separator: ";") },
      "customer": column { $0.customer },
      "currency": .currencies(findings.map { $0.currency }),
      "gross": .integers(findings.map { $0.gross }),
      "effect": effects(findings) ?? column { "\($0.effect)" },
      "age_days": .integers(findings.map { Int64($0.ageDays) }),
      "cause": column { $0.cause },
      "repair": .words(findings.map { $0.repair }),
    ]
    return StoredTable("audit_findings", count: findings.count, texts: texts, columns)
  }

  /// The effects as numbers of 64 bits, unless one is greater.
  private static func effects(_ findings: ArraySlice<FindingRecord>) -> Cells? {
    var numbers: [Int64] = []
    for finding in findings {
      guard let number = Int64(exactly: finding.effect) else { return nil }
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
