internal import Invoicing

/// The currencies of the invoices of all ledgers, by their ids.
struct InvoiceCurrencies {
  /// For each ledger, by the index of the id.
  private var byID: [[Currency?]] = []

  init() {}

  init(_ draft: BooksDraft) {
    let ledgers = [draft.received.invoices, draft.sent.invoices, draft.source.invoices]
    byID = ledgers.map { invoices in
      var currencies = [Currency?](repeating: nil, count: draft.texts.count)
      for (id, currency) in zip(invoices.id, invoices.currency) {
        currencies[Int(id.index)] = currency
      }
      return currencies
    }
  }

  /// The currency of each invoice; nil where it is not there.
  func of(_ ids: [Text], in ledgers: [Ledger]) -> [Currency?] {
    zip(ids, ledgers).map { id, ledger in
      let currencies = byID[Int(ledger.rawValue)]
      return Int(id.index) < currencies.count ? currencies[Int(id.index)] : nil
    }
  }
}
