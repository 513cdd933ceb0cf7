package import Invoicing

/// The mirror that an action makes: a draft, dated the day of its creation.
package struct PlannedMirror: Equatable, Sendable {
  /// The received invoice that it mirrors.
  package var receivedID: String
  /// Its end customer's name in the group's books.
  package var customer: String
  package var kind: InvoiceKind
  /// What the lines come to, VAT rounded for each rate: what is to be read back.
  package var net: Money
  package var vat: Money
  package var gross: Money
  /// The received invoice's days of payment: the mirror is due so many days after its creation.
  ///
  /// Nil: the received invoice has no due date.
  package var paymentDays: Int?
  /// The month that it was delivered in, as `2023-04`.
  package var deliveryMonth: String
  /// The received invoice's supplier and printed number, for the customer to read.
  package var supplier: String
  package var number: String
  /// Each with a quantity and a unit price of whole minor units, whose product is its net.
  package var lines: [InvoiceLine]
  /// The receipts, by name, then digest; their bytes are on the received invoice or its source.
  package var attachments: [Attachment]
  /// The mirrors known to be dead once the steps before it are done, sorted by bytes: a mirror
  /// that the same action or plan ends is among them.
  package var deadMirrors: [String]
  /// The intent key: of the received id and the dead mirrors.
  package var key: String

  package init(
    receivedID: String, customer: String, kind: InvoiceKind, net: Money, vat: Money, gross: Money,
    paymentDays: Int?, deliveryMonth: String, supplier: String, number: String,
    lines: [InvoiceLine], attachments: [Attachment], deadMirrors: [String], key: String
  ) {
    self.receivedID = receivedID
    self.customer = customer
    self.kind = kind
    self.net = net
    self.vat = vat
    self.gross = gross
    self.paymentDays = paymentDays
    self.deliveryMonth = deliveryMonth
    self.supplier = supplier
    self.number = number
    self.lines = lines
    self.attachments = attachments
    self.deadMirrors = deadMirrors
    self.key = key
  }
}
