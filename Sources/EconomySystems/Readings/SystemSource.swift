package import Invoicing

/// An invoice in a consulting company's own books as they have it now.
package struct SystemSource: Hashable, Sendable {
  /// Its customer is the end customer's name in the group's books; where they have none such,
  /// what the source says of it.
  package var invoice: SourceInvoice
  /// What names the end customer in the group's books; nil where the field is empty.
  package var customerReference: String?
  /// A day of the time that it was delivered in, where it says one.
  package var delivered: CalendarDate?
  package var lines: [SystemLine]
  package var files: [SystemFile]

  package init(
    invoice: SourceInvoice, customerReference: String?, delivered: CalendarDate?,
    lines: [SystemLine], files: [SystemFile]
  ) {
    self.invoice = invoice
    self.customerReference = customerReference
    self.delivered = delivered
    self.lines = lines
    self.files = files
  }
}
