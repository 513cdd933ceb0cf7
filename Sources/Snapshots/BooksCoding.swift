package import Invoicing

/// How books are stored in few bytes: numbers for what they say again and again.
///
/// The numbers hang on the content alone, not on the handles of its texts, so that the same books
/// give the same rows and digests wherever they were read from.
package struct BooksCoding: Sendable {
  let books: Books
  /// The row numbers of the invoices of each ledger, by id.
  let rows: [TextNumbers]
  /// Suppliers and customers, in the order of their numbers, from 1 on.
  let partyNames: [Text]
  /// Those of the ledgers by code, and behind them those that only vanished invoices have.
  let currencies: [Currency]
  /// How many of the currencies the ledgers have.
  let ledgerCurrencies: Int
  /// By the currency's ordinal: its place among the currencies.
  let currencyPlaces: [UInt8]
  let receivedHeads, sentHeads, sourceHeads: InvoiceHeads

  package init(_ books: Books) {
    self.books = books
    let ledgers = [books.received.invoices, books.sent.invoices, books.source.invoices]
    // Nothing but lines and attachments speaks of sources.
    let isSourceNamed = books.lines.count + books.attachments.count > 0
    rows = ledgers.enumerated().map { place, ledger in
      place == Ledger.source.rawValue && !isSourceNamed
        ? TextNumbers() : TextNumbers(ids: ledger.id, rows: ledger.row)
    }
    var names: [Text] = []
    let parties = TextNumbers(
      of: [
        books.received.supplier, books.sent.customer, books.source.supplier,
        books.source.customer,
      ]
    ) { names.append($0) }
    partyNames = names
    var isUsed = [Bool](repeating: false, count: Currency.count)
    for ledger in ledgers {
      for currency in ledger.currency { isUsed[currency.ordinal] = true }
    }
    for case let currency? in books.lines.currency { isUsed[currency.ordinal] = true }
    let ofLedgers = Currency.all.filter { isUsed[$0.ordinal] }
    let vanished = Set(books.vanished.currency).filter { !isUsed[$0.ordinal] }
    currencies = ofLedgers + vanished.sorted()
    ledgerCurrencies = ofLedgers.count
    var places = [UInt8](repeating: 0, count: Currency.count)
    for (place, currency) in currencies.enumerated() { places[currency.ordinal] = UInt8(place) }
    currencyPlaces = places
    receivedHeads = InvoiceHeads(
      books.received.invoices, books.received.status, dueDates: books.received.dueDate,
      "supplier", books.received.supplier, parties, places)
    sentHeads = InvoiceHeads(
      books.sent.invoices, books.sent.status, dueDates: books.sent.dueDate, "customer",
      books.sent.customer, parties, places)
    sourceHeads = InvoiceHeads(
      books.source.invoices, books.source.status, suppliers: books.source.supplier,
      customers: books.source.customer, parties, places)
  }

  func rows(of ledger: Ledger) -> TextNumbers { rows[Int(ledger.rawValue)] }
}
