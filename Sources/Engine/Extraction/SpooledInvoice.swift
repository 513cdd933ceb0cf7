internal import EconomySystems
internal import Invoicing

/// An invoice of any ledger as the spool keeps it.
struct SpooledInvoice: Sendable {
  let ledger: Ledger
  let id: String
  let supplier: String?
  let number: String?
  let customer: String?
  let kind: InvoiceKind
  let issueDate: CalendarDate
  let dueDate: CalendarDate?
  let net: Money
  let vat: Money
  let rounding: Money?
  let gross: Money
  let status: String
  var credits: String?
  var reference: String?
  var mirrorOf: String?
  var createdAt: Moment?
  var isProcessed: Bool?
  var mirrorID: String?
  var lines: [SystemLine] = []
  var files: [Attachment] = []

  init(_ reading: SystemReceived) {
    let invoice = reading.invoice
    ledger = .received
    id = invoice.id
    supplier = invoice.supplier
    number = invoice.number
    customer = nil
    (kind, issueDate, dueDate) = (invoice.kind, invoice.issueDate, invoice.dueDate)
    (net, vat, rounding, gross) = (invoice.net, invoice.vat, invoice.rounding, invoice.gross)
    status = invoice.status.name
    isProcessed = reading.isProcessed
    mirrorID = reading.mirrorIDs.last
    files = reading.files.map(\.attachment)
  }

  init(_ reading: SystemSent) {
    let invoice = reading.invoice
    ledger = .sent
    id = invoice.id
    supplier = nil
    number = invoice.number
    customer = invoice.customer
    (kind, issueDate, dueDate) = (invoice.kind, invoice.issueDate, invoice.dueDate)
    (net, vat, rounding, gross) = (invoice.net, invoice.vat, invoice.rounding, invoice.gross)
    status = invoice.status.name
    credits = invoice.credits
    reference = invoice.reference
    mirrorOf = invoice.mirrorOf
    createdAt = invoice.createdAt
    lines = reading.lines
    files = reading.files.map(\.attachment)
  }

  /// - Parameter company: the number of the supplier's own books, which makes its ids unique
  ///   among those of all.
  init(_ reading: SystemSource, company: Int64) {
    let invoice = reading.invoice
    ledger = .source
    id = "\(company)-\(invoice.id)"
    supplier = invoice.supplier
    // One that is not issued has no number yet.
    number = invoice.number.isEmpty ? "draft-\(invoice.id)" : invoice.number
    customer = invoice.customer.isEmpty ? "-" : invoice.customer
    (kind, issueDate, dueDate) = (invoice.kind, invoice.issueDate, nil)
    (net, vat, rounding, gross) = (invoice.net, invoice.vat, invoice.rounding, invoice.gross)
    status = invoice.status.name
    lines = reading.lines
    files = reading.files.map(\.attachment)
  }

  /// Of all that it says.
  var digest: String {
    var digest = ItemDigest()
    for text in [supplier, number, customer, kind.name, issueDate.description] { digest.add(text) }
    digest.add(dueDate)
    for amount in [net, vat, rounding, gross] { digest.add(amount) }
    for text in [status, credits, reference, mirrorOf, mirrorID] { digest.add(text) }
    digest.add(createdAt)
    digest.add(isProcessed)
    digest.add(lines)
    digest.add(files)
    return digest.hexDigits()
  }
}
