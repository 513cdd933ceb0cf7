/// A line of an invoice of any ledger: a row of `lines.csv`, its invoice aside.
package struct InvoiceLine: Hashable, Sendable {
  /// From 1, in the invoice's order.
  package var line: Int
  package var kind: LineKind
  package var description: String
  /// A decimal, as written.
  package var quantity: String?
  /// A decimal in the currency's units, as written.
  package var unitPrice: String?
  /// Ten-thousandths of a percent: 25 % is 250,000.
  package var vatRate: Int64
  package var net: Money

  package init(
    line: Int, kind: LineKind, description: String, quantity: String?, unitPrice: String?,
    vatRate: Int64, net: Money
  ) {
    self.line = line
    self.kind = kind
    self.description = description
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.vatRate = vatRate
    self.net = net
  }
}
