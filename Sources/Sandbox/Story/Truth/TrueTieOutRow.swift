package import Invoicing

/// A row of `truth-tieout.csv`, in minor units.
package struct TrueTieOutRow: Hashable, Sendable {
  package let currency: Currency
  /// Empty: of mirrors of what was never received.
  package let supplier: String
  package var expected: Int128 = 0
  package var mirrored: Int128 = 0
  package var findings: Int128 = 0
  package var pending: Int128 = 0
  package var tolerated: Int128 = 0

  init(_ currency: Currency, _ supplier: String) {
    self.currency = currency
    self.supplier = supplier
  }

  package var difference: Int128 { mirrored - expected }
  /// What nothing explains: 0 where the truth is one.
  package var unexplained: Int128 { difference - findings - pending - tolerated }

  var cells: [String] {
    let sums = [expected, mirrored, difference, findings, pending, tolerated, unexplained]
    return [currency.code, supplier] + sums.map { Money($0, currency).decimal }
  }

  static let header = [
    "currency", "supplier", "expected", "mirrored", "difference", "findings", "pending",
    "tolerated", "unexplained",
  ]
}
