internal import Auditing
internal import Invoicing
internal import Snapshots

@testable import EconomySystems

/// Auditors look, and the oracle looks over their shoulders.
extension World {
  /// An audit of the books as they are; nil: the auditor was killed, or something is wrong.
  @discardableResult
  mutating func audit(_ dice: inout Dice, isLucky: Bool = false) -> AuditMemory.Snapshot? {
    if !isLucky, has(.kill), dice.below(1000) < script.nature.killRate {
      trace.tell(now, 21, "  the auditor is killed")
      return nil
    }
    guard var draft = try? extract() else {
      complain("the books cannot be extracted")
      return nil
    }
    if let before = memory.snapshot {
      VanishedCarry.carry(
        from: before.audit.books, identity: before.identity, links: before.audit.links,
        vanishedOwners: before.audit.vanishedOwners, into: &draft)
    }
    let audited = Auditor.audit(Books(draft))
    let identity = SnapshotIdentity(of: audited.books, vanishedOwners: audited.vanishedOwners)
    let before = memory.snapshot?.audit.findings.map(\.record) ?? []
    let snapshot = AuditMemory.Snapshot(
      audit: audited.compared(to: before), identity: identity.identity)
    tell(snapshot)
    judge(snapshot.audit)
    memory.snapshot = snapshot
    return wrong == nil ? snapshot : nil
  }

  private mutating func tell(_ snapshot: AuditMemory.Snapshot) {
    tally.audits += 1
    trace.tell(now, 22, "  audited \(snapshot.identity.prefix(12))")
    trace.add(snapshot.identity)
    for finding in snapshot.audit.findings {
      let record = finding.record
      trace.add(record.fingerprint)
      trace.add(record.cause)
      if record.state == .resolved { continue }
      tally.findings += 1
      tally.rules[record.rule, default: 0] += 1
      trace.tell(
        now, 23,
        "    \(record.rule) \(record.receivedID) \(record.sentIDs.joined(separator: ";")) "
          + "\(record.effect) \(record.currency.code): \(record.cause)")
    }
  }

  /// The findings must be exactly the truth, and the tie-out must balance.
  private mutating func judge(_ audit: Audit) {
    if !audit.balances { complain("the tie-out does not balance") }
    var oracle = Oracle(self)
    oracle.judge()
    memory.seen = oracle.seen
    let found = audit.findings.map(\.record).filter { $0.state != .resolved }
      .map(Oracle.Verdict.init).sorted()
    let expected = oracle.verdicts.sorted()
    if found != expected {
      let missed = expected.filter { !found.contains($0) }.map(\.description)
      let invented = found.filter { !expected.contains($0) }.map(\.description)
      complain("the audit missed \(missed) and invented \(invented)")
    }
    let rows = audit.tieOut.map(Oracle.TieOut.init).sorted()
    if rows != oracle.tieOut {
      complain("the tie-out says \(rows), and the truth is \(oracle.tieOut)")
    }
  }
}
