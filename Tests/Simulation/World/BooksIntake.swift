internal import Invoicing

/// Rows on their way into books in memory, as the reader of an extract fills them.
struct BooksIntake: Sendable {
  private(set) var draft: BooksDraft

  init(takenAt: Moment, group: String, companies: [String]) {
    draft = BooksDraft(
      header: ExtractHeader(
        group: group, takenAt: takenAt, coversFrom: nil, companies: companies, sha256: ""))
    draft.inputs = ExtractFile.allCases.map {
      ExtractInput(file: $0, sha256: "", rows: 0, rejected: 0, ignoredColumns: [])
    }
  }

  private mutating func text(_ text: String?) -> Text { draft.texts.intern(text ?? "") }

  mutating func add(_ row: ReceivedInvoice) {
    draft.received.invoices.append(
      id: text(row.id), number: text(row.number), row.kind, row.issueDate, row.net, row.vat,
      row.gross)
    draft.received.supplier.append(text(row.supplier))
    draft.received.dueDate.append(row.dueDate)
    draft.received.status.append(row.status)
  }

  mutating func add(_ row: SentInvoice) {
    draft.sent.invoices.append(
      id: text(row.id), number: text(row.number), row.kind, row.issueDate, row.net, row.vat,
      row.gross)
    draft.sent.customer.append(text(row.customer))
    draft.sent.dueDate.append(row.dueDate)
    draft.sent.status.append(row.status)
    draft.sent.credits.append(text(row.credits))
    draft.sent.reference.append(text(row.reference))
    draft.sent.mirrorOf.append(text(row.mirrorOf))
    draft.sent.idempotencyKey.append(text(row.idempotencyKey))
    draft.sent.createdAt.append(row.createdAt)
    draft.sent.endedAt.append(row.endedAt)
  }

  mutating func add(_ row: SourceInvoice) {
    draft.source.invoices.append(
      id: text(row.id), number: text(row.number), row.kind, row.issueDate, row.net, row.vat,
      row.gross)
    draft.source.supplier.append(text(row.supplier))
    draft.source.customer.append(text(row.customer))
    draft.source.status.append(row.status)
  }

  mutating func add(_ row: ProcessedFlag) {
    draft.flags.receivedID.append(text(row.receivedID))
    draft.flags.processed.append(row.processed)
    draft.flags.processedAt.append(row.processedAt)
    draft.flags.mirrorID.append(text(row.mirrorID))
    draft.flags.row.append(UInt32(draft.flags.count))
  }

  mutating func add(_ row: InvoiceLine, of invoiceID: String, in ledger: Ledger) {
    draft.lines.ledger.append(ledger)
    draft.lines.invoiceID.append(text(invoiceID))
    draft.lines.line.append(text("\(row.line)"))
    draft.lines.kind.append(row.kind)
    draft.lines.description.append(text(row.description))
    draft.lines.quantity.append(text(row.quantity))
    draft.lines.unitPrice.append(text(row.unitPrice))
    draft.lines.vatRate.append(row.vatRate)
    draft.lines.net.append(Int64(clamping: row.net.minorUnits))
    draft.lines.currency.append(row.net.currency)
    draft.lines.row.append(UInt32(draft.lines.count))
  }

  mutating func add(_ row: Attachment, of invoiceID: String, in ledger: Ledger) {
    draft.attachments.ledger.append(ledger)
    draft.attachments.invoiceID.append(text(invoiceID))
    draft.attachments.name.append(text(row.name))
    draft.attachments.sha256.append(text(row.sha256))
    draft.attachments.bytes.append(row.bytes.map(Int64.init))
    draft.attachments.row.append(UInt32(draft.attachments.count))
  }

  mutating func add(_ row: Attempt) {
    draft.attempts.receivedID.append(text(row.receivedID))
    draft.attempts.idempotencyKey.append(text(row.idempotencyKey))
    draft.attempts.attemptedAt.append(row.attemptedAt)
    draft.attempts.outcome.append(row.outcome)
    draft.attempts.sentID.append(text(row.sentID))
    draft.attempts.row.append(UInt32(draft.attempts.count))
  }
}

extension InvoiceColumns {
  fileprivate mutating func append(
    id: Text, number: Text, _ kind: InvoiceKind, _ issueDate: CalendarDate, _ net: Money,
    _ vat: Money, _ gross: Money
  ) {
    self.id.append(id)
    self.number.append(number)
    self.kind.append(kind)
    self.issueDate.append(issueDate)
    currency.append(gross.currency)
    self.net.append(Int64(clamping: net.minorUnits))
    self.vat.append(Int64(clamping: vat.minorUnits))
    rounding.append(0)
    self.gross.append(Int64(clamping: gross.minorUnits))
    document.append(.absent)
    row.append(UInt32(self.id.count))
  }
}
