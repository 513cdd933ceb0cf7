import Invoicing

/// Makes books of rows.
struct BookBuilder {
  private var draft: BooksDraft

  static func books(_ rows: BookRows) -> Books {
    var builder = BookBuilder(
      draft: BooksDraft(
        header: ExtractHeader(
          group: "Test", takenAt: rows.takenAt, coversFrom: rows.coversFrom,
          companies: rows.companies, sha256: "")))
    for row in rows.received { builder.add(row) }
    for row in rows.sent { builder.add(row) }
    for row in rows.source { builder.add(row) }
    for row in rows.flags { builder.add(row) }
    for row in rows.lines { builder.add(row, currency: currency(of: row, rows)) }
    for row in rows.attachments { builder.add(row) }
    for row in rows.attempts { builder.add(row) }
    for row in rows.vanished { builder.add(row) }
    builder.draft.inputs = ExtractFile.allCases.filter { !rows.absent.contains($0) }.map {
      ExtractInput(file: $0, sha256: "", rows: 0, rejected: 0, ignoredColumns: [])
    }
    return Books(builder.draft)
  }

  private static func currency(of line: BookRows.Line, _ rows: BookRows) -> Currency? {
    let invoices =
      switch line.ledger {
      case .received: rows.received.map(\.invoice)
      case .sent: rows.sent.map(\.invoice)
      case .source: rows.source.map(\.invoice)
      }
    return invoices.first { $0.id == line.invoiceID }?.currency
  }

  private mutating func text(_ string: String) -> Text { draft.texts.intern(string) }

  private mutating func append(
    _ row: BookRows.Invoice, to columns: WritableKeyPath<BooksDraft, InvoiceColumns>
  ) {
    let id = text(row.id)
    let number = text(row.number)
    draft[keyPath: columns].id.append(id)
    draft[keyPath: columns].number.append(number)
    draft[keyPath: columns].kind.append(row.kind)
    draft[keyPath: columns].issueDate.append(row.date)
    draft[keyPath: columns].currency.append(row.currency)
    draft[keyPath: columns].net.append(row.net)
    draft[keyPath: columns].vat.append(row.vat)
    draft[keyPath: columns].rounding.append(row.rounding)
    draft[keyPath: columns].gross.append(row.gross)
    draft[keyPath: columns].document.append(.absent)
    draft[keyPath: columns].row.append(UInt32(draft[keyPath: columns].id.count))
  }

  private mutating func add(_ row: BookRows.Received) {
    append(row.invoice, to: \.received.invoices)
    draft.received.supplier.append(text(row.supplier))
    draft.received.dueDate.append(nil)
    draft.received.status.append(row.status)
  }

  private mutating func add(_ row: BookRows.Sent) {
    append(row.invoice, to: \.sent.invoices)
    draft.sent.customer.append(text(row.customer))
    draft.sent.dueDate.append(nil)
    draft.sent.status.append(row.status)
    draft.sent.credits.append(text(row.credits))
    draft.sent.reference.append(text(row.reference))
    draft.sent.mirrorOf.append(text(row.mirrorOf))
    draft.sent.idempotencyKey.append(text(row.key))
    draft.sent.createdAt.append(row.createdAt)
    draft.sent.endedAt.append(row.endedAt)
  }

  private mutating func add(_ row: BookRows.Source) {
    append(row.invoice, to: \.source.invoices)
    draft.source.supplier.append(text(row.supplier))
    draft.source.customer.append(text(row.customer))
    draft.source.status.append(row.status)
  }

  private mutating func add(_ row: BookRows.Flag) {
    draft.flags.receivedID.append(text(row.receivedID))
    draft.flags.processed.append(row.isSet)
    draft.flags.processedAt.append(row.at)
    draft.flags.mirrorID.append(text(row.mirrorID))
    draft.flags.row.append(UInt32(draft.flags.count))
  }

  private mutating func add(_ row: BookRows.Line, currency: Currency?) {
    draft.lines.ledger.append(row.ledger)
    draft.lines.invoiceID.append(text(row.invoiceID))
    draft.lines.line.append(text(row.line))
    draft.lines.kind.append(row.kind)
    draft.lines.description.append(text(row.description))
    draft.lines.quantity.append(.absent)
    draft.lines.unitPrice.append(.absent)
    draft.lines.vatRate.append(row.vatRate)
    draft.lines.net.append(row.net)
    draft.lines.currency.append(currency)
    draft.lines.row.append(UInt32(draft.lines.count))
  }

  private mutating func add(_ row: BookRows.Attachment) {
    draft.attachments.ledger.append(row.ledger)
    draft.attachments.invoiceID.append(text(row.invoiceID))
    draft.attachments.name.append(text(row.name))
    draft.attachments.sha256.append(text(row.sha256))
    draft.attachments.bytes.append(nil)
    draft.attachments.row.append(UInt32(draft.attachments.count))
  }

  private mutating func add(_ row: BookRows.Attempt) {
    draft.attempts.receivedID.append(text(row.receivedID))
    draft.attempts.idempotencyKey.append(text(row.key))
    draft.attempts.attemptedAt.append(row.at)
    draft.attempts.outcome.append(row.outcome)
    draft.attempts.sentID.append(text(row.sentID))
    draft.attempts.row.append(UInt32(draft.attempts.count))
  }

  private mutating func add(_ row: BookRows.Vanished) {
    draft.vanished.sentID.append(text(row.sentID))
    draft.vanished.receivedID.append(text(row.receivedID))
    draft.vanished.lastSeen.append(row.lastSeen)
    draft.vanished.number.append(.absent)
    draft.vanished.customer.append(.absent)
    draft.vanished.kind.append(.invoice)
    draft.vanished.issueDate.append(row.lastSeen.date)
    draft.vanished.currency.append(draft.received.invoices.currency[0])
    draft.vanished.gross.append(0)
  }
}
