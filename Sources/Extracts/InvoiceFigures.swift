internal import Invoicing

/// The columns that the invoices of every ledger have and that are no texts.
struct InvoiceFigures {
  private let kinds: [InvoiceKind]
  private let issueDates: [CalendarDate]
  private let currencies: [Currency?]
  private let nets: [Int64]
  private let vats: [Int64]
  private let roundings: [Int64]
  private let grosses: [Int64]

  init(_ batch: inout RowBatch) {
    kinds = batch.words(.kind, InvoiceKind.self)
    issueDates = batch.dates(.issueDate)
    currencies = batch.currencies()
    let decimals = currencies.decimals
    nets = batch.amounts(.net, currencies, decimals)
    vats = batch.amounts(.vat, currencies, decimals)
    roundings = batch.amounts(.rounding, currencies, decimals, isNeeded: false)
    grosses = batch.amounts(.gross, currencies, decimals)
  }

  func append(_ batch: RowBatch, to columns: inout InvoiceColumns) {
    batch.append(kinds, to: &columns.kind)
    batch.append(issueDates, to: &columns.issueDate)
    for row in 0..<batch.count where !batch.isBad[row] {
      // A row without one is bad.
      if let currency = currencies[row] { columns.currency.append(currency) }
    }
    batch.append(nets, to: &columns.net)
    batch.append(vats, to: &columns.vat)
    batch.append(roundings, to: &columns.rounding)
    batch.append(grosses, to: &columns.gross)
    batch.appendRows(to: &columns.row)
  }
}

extension [Currency?] {
  /// How many decimals the amounts have; where there is no currency, the most that any has.
  var decimals: [Int] {
    let decimals = Currency.all.map(\.decimals)
    return map { currency in
      guard let currency else { return Money.mostDecimals }
      return decimals[currency.ordinal]
    }
  }
}
