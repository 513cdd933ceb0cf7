internal import Invoicing

extension Audit {
  /// The audit with each finding's state against the findings of the snapshot before.
  ///
  /// What stood there and stands no more is appended as resolved, with no effect and no evidence;
  /// what was resolved there and is back is new.
  package func compared(to before: [FindingRecord]) -> Audit {
    if before.isEmpty { return self }
    let known = Set(before.lazy.filter { $0.state != .resolved }.map(\.fingerprint))
    let standing = Set(findings.map(\.record.fingerprint))
    var audit = self
    for i in audit.findings.indices {
      let isKnown = known.contains(audit.findings[i].record.fingerprint)
      audit.findings[i].record.state = isKnown ? .persisting : .new
    }
    let resolved = before.filter { !standing.contains($0.fingerprint) && $0.state != .resolved }
    if resolved.isEmpty { return audit }
    audit.findings += resolved.map { record in
      var record = record
      record.state = .resolved
      record.effect = 0
      return Finding(record: record, evidence: [], links: [])
    }
    audit.findings = FindingOrder.sorted(audit.findings)
    return audit
  }
}
