internal import Invoicing

extension Audit {
  /// The audit with each finding's state against the findings of the snapshot before.
  ///
  /// What stood there and stands no more is appended as resolved, with no effect and no evidence;
  /// what was resolved there and is back is new.
  package func compared(to before: [FindingRecord]) -> Audit {
    if before.isEmpty { return self }
    let known = Set(before.lazy.filter { $0.state != .resolved }.map(\.fingerprint))
    let fingerprints = findings.fingerprints
    let standing = Set(fingerprints)
    var audit = self
    for place in findings.indices {
      let isKnown = known.contains(fingerprints[place])
      audit.findings.setState(isKnown ? .persisting : .new, at: place)
    }
    let resolved = before.filter { !standing.contains($0.fingerprint) && $0.state != .resolved }
    if resolved.isEmpty { return audit }
    audit.findings.append(
      resolved.map { record in
        var record = record
        record.state = .resolved
        record.effect = 0
        return Finding(record: record, evidence: [], links: [])
      })
    audit.findings.sort()
    return audit
  }
}
