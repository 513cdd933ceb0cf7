internal import Auditing
internal import Invoicing

extension [TieOutRow] {
  /// One row for each currency, by code; the supplier is empty.
  var sums: [TieOutRow] {
    var sums: [Currency: TieOutRow] = [:]
    for row in self {
      sums[row.currency, default: TieOutRow(currency: row.currency, supplier: "")].add(row)
    }
    return sums.values.sorted { $0.currency < $1.currency }
  }
}

extension TieOutRow {
  fileprivate mutating func add(_ other: TieOutRow) {
    expected += other.expected
    mirrored += other.mirrored
    findings += other.findings
    pending += other.pending
    tolerated += other.tolerated
    receivedCount += other.receivedCount
    mirroredCount += other.mirroredCount
    pendingCount += other.pendingCount
  }
}
