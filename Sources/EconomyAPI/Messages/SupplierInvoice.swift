package import Invoicing

/// An invoice that the company received; written as `supplier-invoice-writeable`.
///
/// Amounts are minor units; a credit note's are negative.
package struct SupplierInvoice: Hashable, Sendable {
  package var id: Int64?
  /// `foreign-id`: where the configuration places the processed flag.
  package var foreignID: String?
  /// `supplier-ref/id`.
  package var supplierID: Int64?
  package var yourReference: String?
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
