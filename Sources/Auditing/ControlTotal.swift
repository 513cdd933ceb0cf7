package import Invoicing

/// What the rows of one ledger and currency add up to, to hold against the books themselves.
///
/// All amounts are minor units; every row that was read counts, in scope or not.
package struct ControlTotal: Equatable, Sendable {
  package var ledger: Ledger
  package var currency: Currency
  package var rows = 0
  package var net: Int128 = 0
  package var vat: Int128 = 0
  package var rounding: Int128 = 0
  package var gross: Int128 = 0

  package init(ledger: Ledger, currency: Currency) {
    self.ledger = ledger
    self.currency = currency
  }
}
