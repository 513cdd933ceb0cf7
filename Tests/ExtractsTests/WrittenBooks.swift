import Extracts
import Invoicing

/// Rows that are written, and what must be read back of them.
struct WrittenBooks {
  var received: [ReceivedInvoice] = []
  var sent: [SentInvoice] = []
  var source: [SourceInvoice] = []
  var flags: [ProcessedFlag] = []
  var lines: [(line: InvoiceLine, invoiceID: String, ledger: Ledger)] = []
  var attachments: [(attachment: Attachment, invoiceID: String, ledger: Ledger)] = []
  var attempts: [Attempt] = []
  var takenAt = Moment(microseconds: 1_685_512_800_000_000)

  func write(to folder: String) throws {
    var writer = try ExtractWriter(folder: folder)
    try write(to: &writer)
    try writer.finish(
      group: "Group \"AB\"", takenAt: takenAt, coversFrom: CalendarDate(days: 19_448),
      companies: ["Konsult Nord AB", "Å/B"])
  }

  func write(to writer: inout ExtractWriter) throws {
    for row in received { try writer.write(row) }
    for row in sent { try writer.write(row) }
    for row in source { try writer.write(row) }
    for row in flags { try writer.write(row) }
    for row in lines { try writer.write(row.line, of: row.invoiceID, in: row.ledger) }
    for row in attachments { try writer.write(row.attachment, of: row.invoiceID, in: row.ledger) }
    for row in attempts { try writer.write(row) }
  }
}

extension BooksDraft {
  /// The books as rows again.
  var rows: WrittenBooks {
    var books = WrittenBooks()
    books.received = (0..<received.count).map { receivedRow($0) }
    books.sent = (0..<sent.count).map { sentRow($0) }
    books.source = (0..<source.count).map { sourceRow($0) }
    books.flags = (0..<flags.count).map {
      ProcessedFlag(
        receivedID: text(flags.receivedID[$0]), processed: flags.processed[$0],
        processedAt: flags.processedAt[$0], mirrorID: optional(flags.mirrorID[$0]))
    }
    books.lines = (0..<lines.count).compactMap { lineRow($0) }
    books.attachments = (0..<attachments.count).map {
      let file = Attachment(
        name: text(attachments.name[$0]), sha256: text(attachments.sha256[$0]),
        bytes: attachments.bytes[$0].map(Int.init))
      return (file, text(attachments.invoiceID[$0]), attachments.ledger[$0])
    }
    books.attempts = (0..<attempts.count).map {
      Attempt(
        receivedID: text(attempts.receivedID[$0]),
        idempotencyKey: optional(attempts.idempotencyKey[$0]),
        attemptedAt: attempts.attemptedAt[$0], outcome: attempts.outcome[$0],
        sentID: optional(attempts.sentID[$0]))
    }
    books.takenAt = header.takenAt
    return books
  }

  private func text(_ text: Text) -> String { texts.string(text) }

  private func optional(_ text: Text) -> String? {
    text == .absent ? nil : texts.string(text)
  }

  private func money(_ amount: Int64, _ invoices: InvoiceColumns, _ row: Int) -> Money {
    Money(Int128(amount), invoices.currency[row])
  }

  private func receivedRow(_ row: Int) -> ReceivedInvoice {
    let invoices = received.invoices
    return ReceivedInvoice(
      id: text(invoices.id[row]), supplier: text(received.supplier[row]),
      number: text(invoices.number[row]), kind: invoices.kind[row],
      issueDate: invoices.issueDate[row], dueDate: received.dueDate[row],
      net: money(invoices.net[row], invoices, row), vat: money(invoices.vat[row], invoices, row),
      rounding: money(invoices.rounding[row], invoices, row),
      gross: money(invoices.gross[row], invoices, row), status: received.status[row])
  }

  private func sentRow(_ row: Int) -> SentInvoice {
    let invoices = sent.invoices
    return SentInvoice(
      id: text(invoices.id[row]), number: optional(invoices.number[row]),
      customer: text(sent.customer[row]), kind: invoices.kind[row],
      issueDate: invoices.issueDate[row], dueDate: sent.dueDate[row],
      net: money(invoices.net[row], invoices, row), vat: money(invoices.vat[row], invoices, row),
      rounding: money(invoices.rounding[row], invoices, row),
      gross: money(invoices.gross[row], invoices, row), status: sent.status[row],
      credits: optional(sent.credits[row]), reference: optional(sent.reference[row]),
      mirrorOf: optional(sent.mirrorOf[row]),
      idempotencyKey: optional(sent.idempotencyKey[row]), createdAt: sent.createdAt[row],
      endedAt: sent.endedAt[row])
  }

  private func sourceRow(_ row: Int) -> SourceInvoice {
    let invoices = source.invoices
    return SourceInvoice(
      id: text(invoices.id[row]), supplier: text(source.supplier[row]),
      number: text(invoices.number[row]), customer: text(source.customer[row]),
      kind: invoices.kind[row], issueDate: invoices.issueDate[row],
      net: money(invoices.net[row], invoices, row), vat: money(invoices.vat[row], invoices, row),
      rounding: money(invoices.rounding[row], invoices, row),
      gross: money(invoices.gross[row], invoices, row), status: source.status[row])
  }

  /// Nil for a line of an invoice that is not there: its net has no currency.
  private func lineRow(_ row: Int) -> (InvoiceLine, String, Ledger)? {
    guard let currency = lines.currency[row] else { return nil }
    let line = InvoiceLine(
      line: Int(text(lines.line[row])) ?? -1, kind: lines.kind[row],
      description: text(lines.description[row]), quantity: optional(lines.quantity[row]),
      unitPrice: optional(lines.unitPrice[row]), vatRate: lines.vatRate[row],
      net: Money(Int128(lines.net[row]), currency))
    return (line, text(lines.invoiceID[row]), lines.ledger[row])
  }
}
