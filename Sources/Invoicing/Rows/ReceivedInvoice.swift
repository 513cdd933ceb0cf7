/// An invoice that the group received: a row of `received.csv`.
///
/// A credit note's amounts are negative; net + VAT + rounding = gross.
package struct ReceivedInvoice: Hashable, Sendable {
  package var id: String
  package var supplier: String
  /// As printed on it: of the supplier's own series.
  package var number: String
  package var kind: InvoiceKind
  package var issueDate: CalendarDate
  package var dueDate: CalendarDate?
  package var net: Money
  package var vat: Money
  package var rounding: Money?
  package var gross: Money
  package var status: ReceivedStatus

  package init(
    id: String, supplier: String, number: String, kind: InvoiceKind, issueDate: CalendarDate,
    dueDate: CalendarDate?, net: Money, vat: Money, rounding: Money? = nil, gross: Money,
    status: ReceivedStatus
  ) {
    self.id = id
    self.supplier = supplier
    self.number = number
    self.kind = kind
    self.issueDate = issueDate
    self.dueDate = dueDate
    self.net = net
    self.vat = vat
    self.rounding = rounding
    self.gross = gross
    self.status = status
  }
}
