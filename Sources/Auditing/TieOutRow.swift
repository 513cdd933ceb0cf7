package import Invoicing

/// A row of the tie-out: what should have been billed, what was, and where the difference went.
///
/// All amounts are minor units of the row's currency.
package struct TieOutRow: Equatable, Sendable {
  package var currency: Currency
  /// Empty in the row of the orphans.
  package var supplier: String
  package var expected: Int128 = 0
  package var mirrored: Int128 = 0
  package var findings: Int128 = 0
  package var pending: Int128 = 0
  package var tolerated: Int128 = 0
  package var receivedCount = 0
  package var mirroredCount = 0
  package var pendingCount = 0

  package init(currency: Currency, supplier: String) {
    self.currency = currency
    self.supplier = supplier
  }

  package var difference: Int128 { mirrored - expected }

  /// What nothing explains; anything but 0 says that the tool is wrong, not the books.
  package var unexplained: Int128 { difference - findings - pending - tolerated }
}

extension TieOutRow {
  /// Adds the figures of a row of the same currency.
  package mutating func add(_ other: Self) {
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
