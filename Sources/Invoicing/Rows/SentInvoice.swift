/// An invoice that the group sent, a mirror or one of its own: a row of `sent.csv`.
///
/// A credit note's amounts are negative; net + VAT + rounding = gross.
package struct SentInvoice: Hashable, Sendable {
  package var id: String
  /// Nil until it is booked.
  package var number: String?
  /// The customer's name in the group's books.
  package var customer: String
  package var kind: InvoiceKind
  package var issueDate: CalendarDate
  package var dueDate: CalendarDate?
  package var net: Money
  package var vat: Money
  package var rounding: Money?
  package var gross: Money
  package var status: SentStatus
  /// On a credit note: the id of the sent invoice that it credits.
  package var credits: String?
  package var reference: String?
  /// The id of the received invoice that it mirrors, where the system keeps it.
  package var mirrorOf: String?
  package var idempotencyKey: String?
  package var createdAt: Moment?
  package var endedAt: Moment?

  package init(
    id: String, number: String?, customer: String, kind: InvoiceKind, issueDate: CalendarDate,
    dueDate: CalendarDate?, net: Money, vat: Money, rounding: Money? = nil, gross: Money,
    status: SentStatus, credits: String? = nil, reference: String? = nil,
    mirrorOf: String? = nil, idempotencyKey: String? = nil, createdAt: Moment? = nil,
    endedAt: Moment? = nil
  ) {
    self.id = id
    self.number = number
    self.customer = customer
    self.kind = kind
    self.issueDate = issueDate
    self.dueDate = dueDate
    self.net = net
    self.vat = vat
    self.rounding = rounding
    self.gross = gross
    self.status = status
    self.credits = credits
    self.reference = reference
    self.mirrorOf = mirrorOf
    self.idempotencyKey = idempotencyKey
    self.createdAt = createdAt
    self.endedAt = endedAt
  }
}
