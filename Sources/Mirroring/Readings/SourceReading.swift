package import Invoicing

/// An invoice in a consulting company's own books as they have it now.
package struct SourceReading: Hashable, Sendable {
  package var id: String
  package var kind: InvoiceKind
  package var issueDate: CalendarDate
  package var net: Money
  package var vat: Money
  package var gross: Money
  package var status: SourceStatus
  /// What names the end customer in the group's books; nil where the field is empty.
  package var customerReference: String?
  /// The month it was delivered in, where it says one.
  package var delivered: DeliveryMonth?
  package var lines: [BilledLine]

  package init(
    id: String, kind: InvoiceKind, issueDate: CalendarDate, net: Money, vat: Money, gross: Money,
    status: SourceStatus, customerReference: String?, delivered: DeliveryMonth?,
    lines: [BilledLine]
  ) {
    self.id = id
    self.kind = kind
    self.issueDate = issueDate
    self.net = net
    self.vat = vat
    self.gross = gross
    self.status = status
    self.customerReference = customerReference
    self.delivered = delivered
    self.lines = lines
  }
}
