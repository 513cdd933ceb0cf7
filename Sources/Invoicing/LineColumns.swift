/// The lines of invoices of all ledgers.
package struct LineColumns: Sendable {
  package var ledger: [Ledger] = []
  package var invoiceID: [Text] = []
  package var line: [Text] = []
  package var kind: [LineKind] = []
  package var description: [Text] = []
  package var quantity: [Text] = []
  package var unitPrice: [Text] = []
  /// Ten-thousandths of a percent: 25 % is 250,000.
  package var vatRate: [Int64] = []
  /// Minor units of the invoice's currency; ten-thousandths where the invoice is not there.
  package var net: [Int64] = []
  /// The invoice's currency; nil where the invoice is not there.
  package var currency: [Currency?] = []
  package var row = RowNumbers()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    ledger.reserveCapacity(rows)
    invoiceID.reserveCapacity(rows)
    line.reserveCapacity(rows)
    kind.reserveCapacity(rows)
    description.reserveCapacity(rows)
    quantity.reserveCapacity(rows)
    unitPrice.reserveCapacity(rows)
    vatRate.reserveCapacity(rows)
    net.reserveCapacity(rows)
    currency.reserveCapacity(rows)
  }

  package var count: Int { ledger.count }

  /// The decimals of a VAT rate in percent.
  package static let vatRateDecimals = 4
}
