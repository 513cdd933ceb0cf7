import Invoicing

/// All that books hold, row by row, with texts spelt out: two books are equal if these are.
struct BooksInWords: Equatable {
  var header: ExtractHeader
  var before: SnapshotBefore?
  var inputs: [ExtractInput]
  var documents: [InvoiceDocument]
  var rejected: [RejectedRow]
  var rows: [String]

  init(_ draft: BooksDraft) {
    header = draft.header
    before = draft.before
    inputs = draft.inputs
    documents = draft.documents
    rejected = draft.rejected
    rows = []
    let texts = draft.texts
    addInvoices("received", draft.received.invoices, texts) { row in
      [
        texts.string(draft.received.supplier[row]), "\(draft.received.status[row])",
        Self.word(draft.received.dueDate[row]),
      ]
    }
    addInvoices("sent", draft.sent.invoices, texts) { row in
      let sent = draft.sent
      return [
        sent.customer[row], sent.credits[row], sent.reference[row], sent.mirrorOf[row],
        sent.idempotencyKey[row],
      ].map { texts.string($0) } + [
        "\(sent.status[row])", Self.word(sent.dueDate[row]), Self.word(sent.createdAt[row]),
        Self.word(sent.endedAt[row]),
      ]
    }
    addInvoices("source", draft.source.invoices, texts) { row in
      [
        texts.string(draft.source.supplier[row]), texts.string(draft.source.customer[row]),
        "\(draft.source.status[row])",
      ]
    }
    addFlagsAndAttempts(draft.flags, draft.attempts, texts)
    addLinesAndFiles(draft.lines, draft.attachments, texts)
    addVanished(draft.vanished, texts)
  }

  private mutating func addInvoices(
    _ name: String, _ c: InvoiceColumns, _ texts: TextTable, _ more: (Int) -> [String]
  ) {
    for row in 0..<c.count {
      add(
        name,
        [
          "\(c.row[row])", texts.string(c.id[row]), texts.string(c.number[row]),
          "\(c.kind[row])", "\(c.issueDate[row])", c.currency[row].code, "\(c.net[row])",
          "\(c.vat[row])", "\(c.rounding[row])", "\(c.gross[row])",
          texts.string(c.document[row]),
        ] + more(row))
    }
  }

  private mutating func addFlagsAndAttempts(
    _ flags: FlagColumns, _ attempts: AttemptColumns, _ texts: TextTable
  ) {
    for row in 0..<flags.count {
      add(
        "flag",
        [
          "\(flags.row[row])", texts.string(flags.receivedID[row]), "\(flags.processed[row])",
          Self.word(flags.processedAt[row]), texts.string(flags.mirrorID[row]),
        ])
    }
    for row in 0..<attempts.count {
      add(
        "attempt",
        [attempts.receivedID, attempts.idempotencyKey, attempts.sentID]
          .map { texts.string($0[row]) } + [
            "\(attempts.row[row])", "\(attempts.attemptedAt[row])", "\(attempts.outcome[row])",
          ])
    }
  }

  private mutating func addLinesAndFiles(
    _ lines: LineColumns, _ files: AttachmentColumns, _ texts: TextTable
  ) {
    for row in 0..<lines.count {
      let told = [
        lines.invoiceID, lines.line, lines.description, lines.quantity, lines.unitPrice,
      ]
      add(
        "line",
        told.map { texts.string($0[row]) } + [
          "\(lines.row[row])", "\(lines.ledger[row])", "\(lines.kind[row])",
          "\(lines.vatRate[row])", "\(lines.net[row])", lines.currency[row]?.code ?? "-",
        ])
    }
    for row in 0..<files.count {
      add(
        "attachment",
        [files.invoiceID, files.name, files.sha256].map { texts.string($0[row]) } + [
          "\(files.row[row])", "\(files.ledger[row])", Self.word(files.bytes[row]),
        ])
    }
  }

  private mutating func addVanished(_ vanished: VanishedColumns, _ texts: TextTable) {
    for row in 0..<vanished.count {
      let told = [vanished.sentID, vanished.receivedID, vanished.number, vanished.customer]
      add(
        "vanished",
        told.map { texts.string($0[row]) } + [
          "\(vanished.lastSeen[row])", "\(vanished.kind[row])", "\(vanished.issueDate[row])",
          vanished.currency[row].code, "\(vanished.gross[row])",
        ])
    }
  }

  private mutating func add(_ name: String, _ cells: [String]) {
    rows.append(([name] + cells).joined(separator: "|"))
  }

  private static func word<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
}
