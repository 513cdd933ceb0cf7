internal import Invoicing

/// What of an invoice's content a mirror repeats.
struct Content: Hashable, Comparable, Sendable {
  let gross: Int64
  let currency: Currency
  let kind: InvoiceKind

  init(_ invoices: InvoiceColumns, _ row: Int) {
    gross = invoices.gross[row]
    currency = invoices.currency[row]
    kind = invoices.kind[row]
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.gross != b.gross { return a.gross < b.gross }
    if a.currency != b.currency { return a.currency < b.currency }
    return a.kind.rawValue < b.kind.rawValue
  }
}
