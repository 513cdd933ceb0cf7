internal import Invoicing

/// Sums the ledgers, row by row and whether in scope or not.
enum ControlTotals {
  /// By ledger, then currency.
  static func sum(_ books: Books) -> [ControlTotal] {
    totals(.received, books.received.invoices) + totals(.sent, books.sent.invoices)
      + totals(.source, books.source.invoices)
  }

  private static func totals(_ ledger: Ledger, _ invoices: InvoiceColumns) -> [ControlTotal] {
    var totals = [ControlTotal?](repeating: nil, count: Currency.count)
    for row in 0..<invoices.count {
      let currency = invoices.currency[row]
      var total = totals[currency.ordinal] ?? ControlTotal(ledger: ledger, currency: currency)
      total.rows += 1
      total.net += Int128(invoices.net[row])
      total.vat += Int128(invoices.vat[row])
      total.rounding += Int128(invoices.rounding[row])
      total.gross += Int128(invoices.gross[row])
      totals[currency.ordinal] = total
    }
    return totals.compactMap { $0 }
  }
}
