internal import Invoicing

/// Takes the rows of the files into the books, file by file in the order of `ExtractFile`.
struct BooksIntake {
  var draft: BooksDraft
  private var seen = SeenIDs()
  private var currencies = InvoiceCurrencies()
  /// Of the texts with each prefix of the file.
  private var pages: [UInt32] = []

  init(header: ExtractHeader) { draft = BooksDraft(header: header) }

  /// Gets ready for the rows of another file.
  mutating func begin(_ file: ExtractFile) {
    seen = SeenIDs()
    pages = []
    if file == .lines { currencies = InvoiceCurrencies(draft) }
  }

  /// Makes room for so many rows of a file.
  mutating func reserve(_ rows: Int, of file: ExtractFile) {
    switch file {
    case .received: draft.received.reserve(rows)
    case .sent: draft.sent.reserve(rows)
    case .processed: draft.flags.reserve(rows)
    case .source: draft.source.reserve(rows)
    case .lines: draft.lines.reserve(rows)
    case .attachments: draft.attachments.reserve(rows)
    case .attempts: draft.attempts.reserve(rows)
    }
  }

  /// Appends the good rows of a batch to the books, and marks the others.
  mutating func take(_ batch: inout RowBatch) {
    pages += draft.texts.pages(of: batch.newPrefixes)
    switch batch.values() {
    case .received(let figures, let dueDates, let statuses):
      takeReceived(&batch, figures, dueDates, statuses)
    case .sent(let figures, let dueDates, let statuses, let createdAt, let endedAt):
      takeSent(&batch, figures)
      batch.append(dueDates, to: &draft.sent.dueDate)
      batch.append(statuses, to: &draft.sent.status)
      batch.append(createdAt, to: &draft.sent.createdAt)
      batch.append(endedAt, to: &draft.sent.endedAt)
    case .flags(let values, let processedAt): takeFlags(&batch, values, processedAt)
    case .source(let figures, let statuses): takeSource(&batch, figures, statuses)
    case .lines(let ledgers, let kinds, let rates): takeLines(&batch, ledgers, kinds, rates)
    case .attachments(let ledgers, let sizes): takeAttachments(&batch, ledgers, sizes)
    case .attempts(let attemptedAt, let outcomes): takeAttempts(&batch, attemptedAt, outcomes)
    }
  }
}

extension BooksIntake {
  private mutating func takeReceived(
    _ batch: inout RowBatch, _ figures: InvoiceFigures, _ dueDates: [CalendarDate?],
    _ statuses: [ReceivedStatus]
  ) {
    let ids = newIDs(
      .id, &batch, earlier: draft.received.invoices.id, draft.received.invoices.row)
    Self.append(figures, ids, batch, to: &draft.received.invoices, &draft.texts, pages)
    batch.append(texts(.supplier, batch), to: &draft.received.supplier)
    batch.append(dueDates, to: &draft.received.dueDate)
    batch.append(statuses, to: &draft.received.status)
  }

  private mutating func takeSent(_ batch: inout RowBatch, _ figures: InvoiceFigures) {
    let ids = newIDs(
      .id, &batch, earlier: draft.sent.invoices.id, draft.sent.invoices.row)
    Self.append(figures, ids, batch, to: &draft.sent.invoices, &draft.texts, pages)
    batch.append(texts(.customer, batch), to: &draft.sent.customer)
    batch.append(texts(.credits, batch), to: &draft.sent.credits)
    batch.append(texts(.reference, batch), to: &draft.sent.reference)
    let mirrored = texts(.mirrorOf, batch)
    batch.append(mirrored, to: &draft.sent.mirrorOf)
    batch.append(
      batch.texts(.idempotencyKey, like: .mirrorOf, mirrored, &draft.texts, pages),
      to: &draft.sent.idempotencyKey)
  }

  private mutating func takeSource(
    _ batch: inout RowBatch, _ figures: InvoiceFigures, _ statuses: [SourceStatus]
  ) {
    let ids = newIDs(
      .id, &batch, earlier: draft.source.invoices.id, draft.source.invoices.row)
    Self.append(figures, ids, batch, to: &draft.source.invoices, &draft.texts, pages)
    batch.append(texts(.supplier, batch), to: &draft.source.supplier)
    batch.append(texts(.customer, batch), to: &draft.source.customer)
    batch.append(statuses, to: &draft.source.status)
  }

  private mutating func takeFlags(
    _ batch: inout RowBatch, _ values: [FlagValue], _ processedAt: [Moment?]
  ) {
    let ids = newIDs(
      .receivedID, &batch, earlier: draft.flags.receivedID, draft.flags.row)
    batch.append(ids, to: &draft.flags.receivedID)
    batch.append(values.map { $0 == .true }, to: &draft.flags.processed)
    batch.append(processedAt, to: &draft.flags.processedAt)
    batch.append(texts(.mirrorID, batch), to: &draft.flags.mirrorID)
    batch.appendRows(to: &draft.flags.row)
  }

  private mutating func takeLines(
    _ batch: inout RowBatch, _ ledgers: [Ledger], _ kinds: [LineKind], _ rates: [Int64]
  ) {
    let ids = texts(.invoiceID, batch)
    let currencies = currencies.of(ids, in: ledgers)
    let nets = batch.amounts(.net, currencies, currencies.decimals)
    batch.append(ledgers, to: &draft.lines.ledger)
    batch.append(ids, to: &draft.lines.invoiceID)
    batch.append(texts(.line, batch), to: &draft.lines.line)
    batch.append(kinds, to: &draft.lines.kind)
    batch.append(texts(.description, batch), to: &draft.lines.description)
    batch.append(texts(.quantity, batch), to: &draft.lines.quantity)
    batch.append(texts(.unitPrice, batch), to: &draft.lines.unitPrice)
    batch.append(rates, to: &draft.lines.vatRate)
    batch.append(nets, to: &draft.lines.net)
    batch.append(currencies, to: &draft.lines.currency)
    batch.appendRows(to: &draft.lines.row)
  }

  private mutating func takeAttachments(
    _ batch: inout RowBatch, _ ledgers: [Ledger], _ sizes: [Int64?]
  ) {
    batch.append(ledgers, to: &draft.attachments.ledger)
    batch.append(texts(.invoiceID, batch), to: &draft.attachments.invoiceID)
    batch.append(texts(.name, batch), to: &draft.attachments.name)
    batch.append(batch.digests(.sha256, &draft.texts, pages), to: &draft.attachments.sha256)
    batch.append(sizes, to: &draft.attachments.bytes)
    batch.appendRows(to: &draft.attachments.row)
  }

  private mutating func takeAttempts(
    _ batch: inout RowBatch, _ attemptedAt: [Moment], _ outcomes: [AttemptOutcome]
  ) {
    let receivedIDs = texts(.receivedID, batch)
    batch.append(receivedIDs, to: &draft.attempts.receivedID)
    batch.append(
      batch.texts(.idempotencyKey, like: .receivedID, receivedIDs, &draft.texts, pages),
      to: &draft.attempts.idempotencyKey)
    batch.append(attemptedAt, to: &draft.attempts.attemptedAt)
    batch.append(outcomes, to: &draft.attempts.outcome)
    batch.append(texts(.sentID, batch), to: &draft.attempts.sentID)
    batch.appendRows(to: &draft.attempts.row)
  }
}

extension BooksIntake {
  private mutating func texts(_ column: ExtractColumn, _ batch: RowBatch) -> [Text] {
    batch.texts(column, &draft.texts, pages)
  }

  /// The ids of rows that must differ; those that do not are marked.
  private mutating func newIDs(
    _ column: ExtractColumn, _ batch: inout RowBatch, earlier: [Text], _ ordinals: RowNumbers
  ) -> [Text] {
    let ids = texts(column, batch)
    seen.refuseRepeated(
      ids, column, &batch, textCount: draft.texts.count, earlier: earlier, ordinals)
    return ids
  }

  private static func append(
    _ figures: InvoiceFigures, _ ids: [Text], _ batch: RowBatch,
    to columns: inout InvoiceColumns, _ table: inout TextTable, _ pages: [UInt32]
  ) {
    batch.append(ids, to: &columns.id)
    batch.append(batch.texts(.number, &table, pages), to: &columns.number)
    batch.append(batch.texts(.document, &table, pages), to: &columns.document)
    figures.append(batch, to: &columns)
  }
}
