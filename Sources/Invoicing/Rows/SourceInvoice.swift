/// An invoice in a consulting company's own books, addressed to the group: a row of `source.csv`.
package struct SourceInvoice: Hashable, Sendable {
  /// Unique among the books of all companies.
  package var id: String
  package var supplier: String
  package var number: String
  /// The end customer's name in the group's books: the one that the mirror goes to.
  package var customer: String
  package var kind: InvoiceKind
  package var issueDate: CalendarDate
  package var net: Money
  package var vat: Money
  package var rounding: Money?
  package var gross: Money
  package var status: SourceStatus

  package init(
    id: String, supplier: String, number: String, customer: String, kind: InvoiceKind,
    issueDate: CalendarDate, net: Money, vat: Money, rounding: Money? = nil, gross: Money,
    status: SourceStatus
  ) {
    self.id = id
    self.supplier = supplier
    self.number = number
    self.customer = customer
    self.kind = kind
    self.issueDate = issueDate
    self.net = net
    self.vat = vat
    self.rounding = rounding
    self.gross = gross
    self.status = status
  }
}
