import Invoicing

@testable import Auditing

/// The answers to *where is the mirror?* in an audit, counted without looking into it.
struct LadderAnswers {
  private(set) var counts: [String: Int] = [:]
  private(set) var faults: [String] = []

  init(_ audit: Audit, _ rows: BookRows) {
    let names = Set(Ladder.rules.map { $0.name })
    var rules: [String: Set<String>] = [:]
    for finding in audit.findings where names.contains(finding.record.rule) {
      rules[finding.record.receivedID, default: []].insert(finding.record.rule)
    }
    let linked = Set(
      audit.links.map { audit.books.string(audit.books.received.invoices.id[Int($0.received)]) })
    for row in rows.received where Self.isInScope(row, rows) {
      let id = row.invoice.id
      let isSet = rows.flags.contains { $0.receivedID == id && $0.isSet }
      count(row, rules[id] ?? [], isLinked: linked.contains(id), isSet: isSet)
    }
    compare(audit)
  }

  private static func isInScope(_ row: BookRows.Received, _ rows: BookRows) -> Bool {
    (rows.companies?.contains(row.supplier) ?? true)
      && (rows.coversFrom.map { row.invoice.date >= $0 } ?? true)
  }

  private mutating func count(
    _ row: BookRows.Received, _ rules: Set<String>, isLinked: Bool, isSet: Bool
  ) {
    if rules.count > 1 { faults.append("\(row.invoice.id) is \(rules.sorted())") }
    let ofCancelled: Set<String> = ["mirror-of-cancelled"]
    switch (row.status == .cancelled, rules.first) {
    case (true, nil): counts["cancelled", default: 0] += 1
    case (let isCancelled, let rule?):
      counts[rule, default: 0] += 1
      if isCancelled != ofCancelled.contains(rule) {
        faults.append("\(row.invoice.id) is \(row.status) and \(rule)")
      }
    case (false, nil):
      counts[isLinked ? "mirrored" : "pending", default: 0] += 1
      if isLinked != isSet { faults.append("\(row.invoice.id) is neither mirrored nor pending") }
    }
  }

  /// Holds the counts against those of the tie-out.
  private mutating func compare(_ audit: Audit) {
    let pending = audit.tieOut.reduce(0) { $0 + $1.pendingCount }
    if pending != counts["pending"] ?? 0 { faults.append("\(pending) are pending in the tie-out") }
    let aside: Set<String> = ["cancelled", "mirror-of-cancelled", "received-twice"]
    let expected = counts.filter { !aside.contains($0.key) }.values.reduce(0, +)
    let received = audit.tieOut.reduce(0) { $0 + $1.receivedCount }
    if expected != received { faults.append("\(expected) are expected, not \(received)") }
  }
}
