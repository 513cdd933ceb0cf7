internal import Invoicing

/// The order of findings: by severity, then size of the effect, then rule, then ids.
enum FindingOrder {
  static func sorted(_ findings: [Finding]) -> [Finding] {
    let names = Set(findings.map(\.record.rule)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let keys = findings.map { Key($0.record, rank: ranks[$0.record.rule, default: 0]) }
    return findings.indices.sorted { a, b in
      if let precedes = keys[a].precedes(keys[b]) { return precedes }
      return precedesByIDs(findings[a].record, findings[b].record)
    }.map { findings[$0] }
  }

  /// What settles the order of nearly all, apart from the texts.
  private struct Key {
    private let severity: UInt8
    private let size: Int128
    /// The rule's place among the names of all.
    private let rule: Int

    init(_ record: FindingRecord, rank: Int) {
      severity = record.severity.rawValue
      size = Money(record.effect, record.currency).comparableSize
      rule = rank
    }

    /// Nil where ids must settle it.
    func precedes(_ other: Key) -> Bool? {
      if severity != other.severity { return severity < other.severity }
      if size != other.size { return size > other.size }
      return rule == other.rule ? nil : rule < other.rule
    }
  }

  private static func precedesByIDs(_ a: FindingRecord, _ b: FindingRecord) -> Bool {
    let byReceived = compare(a.receivedID, b.receivedID)
    if byReceived != 0 { return byReceived < 0 }
    for (first, second) in zip(a.sentIDs, b.sentIDs) {
      let bySent = compare(first, second)
      if bySent != 0 { return bySent < 0 }
    }
    if a.sentIDs.count != b.sentIDs.count { return a.sentIDs.count < b.sentIDs.count }
    let byNumber = compare(a.number, b.number)
    if byNumber != 0 { return byNumber < 0 }
    if a.currency != b.currency { return a.currency < b.currency }
    return a.fingerprint < b.fingerprint
  }

  private static func compare(_ a: String, _ b: String) -> Int {
    IdentifierOrder.compare(a.utf8.span, b.utf8.span)
  }
}
