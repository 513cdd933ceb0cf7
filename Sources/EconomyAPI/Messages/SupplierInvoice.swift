package import Invoicing

/// An invoice that the company received; written as `supplier-invoice-writeable`.
///
/// Amounts are minor units; a credit note's are negative.
package struct SupplierInvoice: Hashable, Sendable {
  package var id: Int64?
  /// `foreign-id`: where the configuration places the processed flag.
  package var foreignID: String?
  /// `supplier-ref/id`; written also as `supplier/id`.
  package var supplierID: Int64?
  /// `your-reference`, where it is plain text.
  package var yourReference: String?
  /// `your-reference/id`, where it is a user, as the vendor's clients have it.
  package var yourReferenceID: Int64?
  package var ourReference: String?
  package var invoiceDate: CalendarDate?
  package var dueDate: CalendarDate?
  /// Gross.
  package var amount: Int64?
  package var vat: Int64?
  package var currency: String?
  package var currencyRate: DecimalNumber?
  /// `po-nr`.
  package var poNumber: String?
  /// `reference-nr`: the number printed on it.
  package var referenceNumber: String?
  package var paymentDate: CalendarDate?
  package var certified: Bool?
  package var remaining: Int64?
  /// Cancelled; ours, not of the system's clients.
  package var disabled: Bool?
  package var files: [APIFile]?
  package var accounts: [APIAccount]?
  /// `client-invoice-relations/client-invoice-id`.
  package var clientInvoiceIDs: [Int64]?

  package init() {}
}

extension SupplierInvoice: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("foreign-id", .text, \.foreignID),
    .reference("supplier-ref", \.supplierID, aliases: ["supplier"]),
    .textOrReference("your-reference", \.yourReference, \.yourReferenceID),
    .leaf("our-reference", .text, \.ourReference),
    .leaf("invoice-date", .date, \.invoiceDate),
    .leaf("due-date", .date, \.dueDate),
    .leaf("amount", .amount, \.amount),
    .leaf("vat", .amount, \.vat),
    .leaf("currency", .currency, \.currency),
    .leaf("currency-rate", .rate, \.currencyRate),
    .leaf("po-nr", .text, \.poNumber),
    .leaf("reference-nr", .text, \.referenceNumber),
    .leaf("payment-date", .date, \.paymentDate),
    .leaf("certified", .truth, \.certified),
    .leaf("remaining", .amount, \.remaining),
    .leaf("disabled", .truth, \.disabled),
    .list("files", of: "file", \.files),
    .list("accounts", of: "account", \.accounts),
    .identifiers(
      "client-invoice-relations", of: "client-invoice-id", \.clientInvoiceIDs),
  ])
}
