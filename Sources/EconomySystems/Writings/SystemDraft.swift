package import Invoicing

/// A mirror to be made: a draft invoice of the group's to the end customer.
package struct SystemDraft: Hashable, Sendable {
  /// The received invoice that it mirrors.
  package var receivedID: String
  /// Of the customer in the group's books.
  package var customerID: String
  package var issueDate: CalendarDate
  package var dueDate: CalendarDate?
  /// A day of the month that it was delivered in.
  package var delivered: CalendarDate
  package var currency: Currency
  /// A credit note's amounts are negative.
  package var lines: [SystemLine]
  package var files: [SystemFile]

  package init(
    receivedID: String, customerID: String, issueDate: CalendarDate, dueDate: CalendarDate?,
    delivered: CalendarDate, currency: Currency, lines: [SystemLine], files: [SystemFile]
  ) {
    self.receivedID = receivedID
    self.customerID = customerID
    self.issueDate = issueDate
    self.dueDate = dueDate
    self.delivered = delivered
    self.currency = currency
    self.lines = lines
    self.files = files
  }
}
