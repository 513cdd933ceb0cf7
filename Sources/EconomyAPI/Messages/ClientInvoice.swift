package import Invoicing

/// An invoice that the company sent: `client-invoice`.
///
/// It carries no totals: whoever reads it adds up the rows (`InvoiceTotals`). In a request, nil is
/// what the body leaves out.
package struct ClientInvoice: Hashable, Sendable {
  package var id: Int64?
  /// `invoice-nr`: nil until it is certified.
  package var invoiceNumber: String?
  /// `debit-invoice-nr`: set, this is a credit note of the invoice with that number.
  package var debitInvoiceNumber: String?
  /// `credit-invoices`: the ids of its credit notes.
  package var creditInvoices: [Int64]?
  /// `foreign-id`: where the configuration places the received invoice's id.
  package var foreignID: String?
  package var poNumber: String?
  /// `client-ref/id`.
  package var clientID: Int64?
  package var yourReference: String?
  /// `our-reference/id`: a user; 0 for none.
  package var ourReferenceID: Int64?
  package var invoiceDate: CalendarDate?
  package var dueDate: CalendarDate?
  package var deliveryDate: CalendarDate?
  /// The month it was delivered in, as `2023-04`.
  package var period: String?
  package var currency: String?
  package var currencyRate: DecimalNumber?
  /// Booked: it has a number, and can only be credited.
  package var certified: Bool?
  package var sent: Bool?
  package var notes: String?
  /// Minor units still to be paid.
  package var remaining: Int64?
  package var disabled: Bool?
  /// Ours.
  package var created: Moment?
  package var files: [APIFile]?
  package var rows: [ClientInvoiceRow]?

  package init() {}
}
