internal import Invoicing

/// The order of findings: by severity, then size of the effect, then rule, then ids.
enum FindingOrder {
  static func sorted(_ findings: [Finding]) -> [Finding] {
    let sizes = findings.map { Money($0.record.effect, $0.record.currency).comparableSize }
    return findings.indices.sorted { a, b in
      let (first, second) = (findings[a].record, findings[b].record)
      if first.severity != second.severity { return first.severity < second.severity }
      if sizes[a] != sizes[b] { return sizes[a] > sizes[b] }
      if first.rule != second.rule { return first.rule < second.rule }
      return precedesByIDs(first, second)
    }.map { findings[$0] }
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
    IdentifierOrder.compare(Array(a.utf8).span, Array(b.utf8).span)
  }
}
