internal import EconomyAPI
internal import Invoicing
internal import Sandbox

/// What the books say of single invoices, by the oracle's own arithmetic of life and death.
enum Truth {
  static func gross(of invoice: ClientInvoice) -> Int64 {
    (try? InvoiceTotals(invoice.rows ?? []).gross) ?? 0
  }

  /// What the credit notes on an invoice, that are no mirrors themselves, take back.
  static func corrections(on invoice: ClientInvoice, in books: EconomyBooks) -> [Int64] {
    notes(on: invoice, in: books).map(gross)
  }

  static func isDead(_ invoice: ClientInvoice, in books: EconomyBooks) -> Bool {
    if invoice.disabled == true { return true }
    let corrections = corrections(on: invoice, in: books)
    if corrections.isEmpty { return false }
    let rest = gross(of: invoice) + corrections.reduce(0, +)
    return gross(of: invoice) >= 0 ? rest <= 0 : rest >= 0
  }

  static func isDead(_ id: String, in books: EconomyBooks) -> Bool {
    guard let invoice = Int64(id).flatMap({ books.clientInvoice($0) }) else { return true }
    return isDead(invoice, in: books)
  }

  /// Those that name the received invoice as mirrored.
  static func liveMirrors(of receivedID: String, in books: EconomyBooks) -> [Int64] {
    books.clientInvoices().filter {
      $0.foreignID == receivedID && $0.debitInvoiceNumber == nil && !isDead($0, in: books)
    }.compactMap(\.id)
  }

  private static func notes(
    on invoice: ClientInvoice, in books: EconomyBooks
  ) -> [ClientInvoice] {
    (invoice.creditInvoices ?? []).compactMap { books.clientInvoice($0) }.filter {
      $0.disabled != true && ($0.foreignID ?? "").isEmpty && $0.currency == invoice.currency
    }
  }
}
