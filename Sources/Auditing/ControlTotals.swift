internal import Invoicing

/// Sums the ledgers, row by row and whether in scope or not.
enum ControlTotals {
  /// By ledger, then currency.
  static func sum(_ books: Books) -> [ControlTotal] {
    totals(.received, books.received.invoices) + totals(.sent, books.sent.invoices)
      + totals(.source, books.source.invoices)
  }

  private static func totals(_ ledger: Ledger, _ invoices: InvoiceColumns) -> [ControlTotal] {
    var all = Currency.all.map { ControlTotal(ledger: ledger, currency: $0) }
    var totals = all.mutableSpan
    for row in 0..<invoices.count {
      let place = invoices.currency[row].ordinal
      totals[place].rows += 1
      totals[place].net += Int128(invoices.net[row])
      totals[place].vat += Int128(invoices.vat[row])
      totals[place].rounding += Int128(invoices.rounding[row])
      totals[place].gross += Int128(invoices.gross[row])
    }
    return all.filter { $0.rows > 0 }
  }
}
