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
  package var invoiceAddress: APIAddress?
  package var deliveryAddress: APIAddress?
  package var invoiceDate: CalendarDate?
  package var dueDate: CalendarDate?
  package var deliveryDate: CalendarDate?
  package var period: APIPeriod?
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

extension ClientInvoice: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("invoice-nr", .documentNumber, \.invoiceNumber),
    .leaf("debit-invoice-nr", .documentNumber, \.debitInvoiceNumber),
    .references("credit-invoices", of: "client-invoice", \.creditInvoices),
    .leaf("foreign-id", .text, \.foreignID),
    .leaf("po-nr", .text, \.poNumber),
    .reference("client-ref", \.clientID),
    .leaf("your-reference", .text, \.yourReference),
    .reference("our-reference", \.ourReferenceID),
    .message("invoice-address", \.invoiceAddress),
    .message("delivery-address", \.deliveryAddress),
    .leaf("invoice-date", .date, \.invoiceDate),
    .leaf("due-date", .date, \.dueDate),
    .leaf("delivery-date", .date, \.deliveryDate),
    .period("period", \.period),
    .leaf("currency", .currency, \.currency),
    .leaf("currency-rate", .rate, \.currencyRate),
    .leaf("certified", .truth, \.certified),
    .leaf("sent", .truth, \.sent),
    .leaf("notes", .text, \.notes),
    .leaf("remaining", .amount, \.remaining),
    .leaf("disabled", .truth, \.disabled),
    .leaf("created", .moment, \.created),
    .list("files", of: "file", \.files),
    .list("rows", of: "row", \.rows),
  ])
}

extension ClientInvoice {
  /// With all elements that public clients read without looking whether they are there.
  ///
  /// The .NET client breaks off where an address or a row's product is missing; empty ones, and
  /// an id of 0 for none, are what it expects.
  package var asAnswered: ClientInvoice {
    var invoice = self
    invoice.ourReferenceID = ourReferenceID ?? 0
    invoice.invoiceAddress = invoiceAddress ?? APIAddress()
    invoice.deliveryAddress = deliveryAddress ?? APIAddress()
    for index in (invoice.rows ?? []).indices {
      let product = invoice.rows?[index].productID
      invoice.rows?[index].productID = product ?? 0
    }
    return invoice
  }
}
