package import Invoicing

/// A mirror to be made: a draft invoice of the group's to the end customer.
package struct MirrorDraft: Hashable, Sendable {
  package var receivedID: String
  package var kind: InvoiceKind
  package var customer: CustomerReading
  package var issueDate: CalendarDate
  package var dueDate: CalendarDate?
  package var delivered: DeliveryMonth
  /// In the source's order; a credit note's amounts are negative.
  package var lines: [BilledLine]
  package var files: [FileContent]
  /// What the lines add up to.
  package var totals: MirrorTotals

  package init(
    receivedID: String, kind: InvoiceKind, customer: CustomerReading, issueDate: CalendarDate,
    dueDate: CalendarDate?, delivered: DeliveryMonth, lines: [BilledLine], files: [FileContent],
    totals: MirrorTotals
  ) {
    self.receivedID = receivedID
    self.kind = kind
    self.customer = customer
    self.issueDate = issueDate
    self.dueDate = dueDate
    self.delivered = delivered
    self.lines = lines
    self.files = files
    self.totals = totals
  }

  package var currency: Currency { totals.gross.currency }
}
