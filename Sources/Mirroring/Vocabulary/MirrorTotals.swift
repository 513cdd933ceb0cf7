package import Invoicing

/// What is compared when a mirror is read back.
package struct MirrorTotals: Hashable, Sendable {
  /// The customer's name in the group's books; nil: not known, not compared.
  package var customer: String?
  package var net: Money
  package var vat: Money
  package var gross: Money

  package init(customer: String?, net: Money, vat: Money, gross: Money) {
    self.customer = customer
    self.net = net
    self.vat = vat
    self.gross = gross
  }
}
