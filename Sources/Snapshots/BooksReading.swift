internal import Invoicing

/// Reads the tables of the ledgers, in the order of `SnapshotTables.ledgers`.
struct BooksReading {
  private let file: StoredSnapshot
  /// Every text met so far.
  var texts = TextTable()

  init(_ file: StoredSnapshot) { self.file = file }

  mutating func received() throws(SnapshotError) -> ReceivedColumns {
    var invoices = InvoiceReading()
    var columns = ReceivedColumns()
    var statuses = KnownWords<ReceivedStatus>()
    try rows(of: .received) { row, texts in
      try invoices.append(row, &texts)
      columns.supplier.append(row.text(InvoiceReading.width, in: &texts))
      columns.dueDate.append(try row.optionalDate(InvoiceReading.width + 1))
      columns.status.append(try row.word(InvoiceReading.width + 2, &statuses))
    }
    columns.invoices = invoices.columns
    return columns
  }

  mutating func sent() throws(SnapshotError) -> SentColumns {
    var invoices = InvoiceReading()
    var columns = SentColumns()
    var statuses = KnownWords<SentStatus>()
    let own = InvoiceReading.width
    try rows(of: .sent) { row, texts in
      try invoices.append(row, &texts)
      columns.customer.append(row.text(own, in: &texts))
      columns.dueDate.append(try row.optionalDate(own + 1))
      columns.status.append(try row.word(own + 2, &statuses))
      columns.credits.append(row.text(own + 3, in: &texts))
      columns.reference.append(row.text(own + 4, in: &texts))
      columns.mirrorOf.append(row.text(own + 5, in: &texts))
      columns.idempotencyKey.append(row.text(own + 6, in: &texts))
      columns.createdAt.append(try row.optionalMoment(own + 7))
      columns.endedAt.append(try row.optionalMoment(own + 8))
    }
    columns.invoices = invoices.columns
    return columns
  }

  mutating func source() throws(SnapshotError) -> SourceColumns {
    var invoices = InvoiceReading()
    var columns = SourceColumns()
    var statuses = KnownWords<SourceStatus>()
    try rows(of: .source) { row, texts in
      try invoices.append(row, &texts)
      columns.supplier.append(row.text(InvoiceReading.width, in: &texts))
      columns.customer.append(row.text(InvoiceReading.width + 1, in: &texts))
      columns.status.append(try row.word(InvoiceReading.width + 2, &statuses))
    }
    columns.invoices = invoices.columns
    return columns
  }

  mutating func flags() throws(SnapshotError) -> FlagColumns {
    var columns = FlagColumns()
    try rows(of: .processed) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.receivedID.append(row.text(1, in: &texts))
      columns.processed.append(try row.flag(2))
      columns.processedAt.append(try row.optionalMoment(3))
      columns.mirrorID.append(row.text(4, in: &texts))
    }
    return columns
  }

  mutating func lines() throws(SnapshotError) -> LineColumns {
    var columns = LineColumns()
    var ledgers = KnownWords<Ledger>()
    var kinds = KnownWords<LineKind>()
    try rows(of: .lines) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.word(1, &ledgers))
      columns.invoiceID.append(row.text(2, in: &texts))
      columns.line.append(row.text(3, in: &texts))
      columns.kind.append(try row.word(4, &kinds))
      columns.description.append(row.text(5, in: &texts))
      columns.quantity.append(row.text(6, in: &texts))
      columns.unitPrice.append(row.text(7, in: &texts))
      columns.vatRate.append(try row.amount(8))
      columns.net.append(try row.amount(9))
      columns.currency.append(try row.optionalCurrency(10))
    }
    return columns
  }

  mutating func attachments() throws(SnapshotError) -> AttachmentColumns {
    var columns = AttachmentColumns()
    var ledgers = KnownWords<Ledger>()
    try rows(of: .attachments) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.word(1, &ledgers))
      columns.invoiceID.append(row.text(2, in: &texts))
      columns.name.append(row.text(3, in: &texts))
      columns.sha256.append(row.text(4, in: &texts))
      columns.bytes.append(row.optionalInteger(5))
    }
    return columns
  }

  mutating func attempts() throws(SnapshotError) -> AttemptColumns {
    var columns = AttemptColumns()
    var outcomes = KnownWords<AttemptOutcome>()
    try rows(of: .attempts) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.receivedID.append(row.text(1, in: &texts))
      columns.idempotencyKey.append(row.text(2, in: &texts))
      columns.attemptedAt.append(try row.moment(3))
      columns.outcome.append(try row.word(4, &outcomes))
      columns.sentID.append(row.text(5, in: &texts))
    }
    return columns
  }

  mutating func vanished() throws(SnapshotError) -> VanishedColumns {
    var columns = VanishedColumns()
    var kinds = KnownWords<InvoiceKind>()
    var texts = texts
    self.texts = TextTable()
    defer { self.texts = texts }
    try file.rows(of: SnapshotTables.vanished(EmptyBooks.books, owners: [])) { row in
      columns.sentID.append(row.text(1, in: &texts))
      columns.receivedID.append(row.text(2, in: &texts))
      columns.lastSeen.append(try row.moment(3))
      columns.number.append(row.text(4, in: &texts))
      columns.customer.append(row.text(5, in: &texts))
      columns.kind.append(try row.word(6, &kinds))
      columns.issueDate.append(try row.date(7))
      columns.currency.append(try row.currency(8))
      columns.gross.append(try row.amount(9))
    }
    return columns
  }

  /// Hands over the rows of a ledger's table, and the texts to add to.
  private mutating func rows(
    of file: ExtractFile, _ body: (StoredRow, inout TextTable) throws -> Void
  ) throws(SnapshotError) {
    let table = SnapshotTables.ledgers(of: EmptyBooks.books)[Int(file.rawValue)]
    // Taken out meanwhile, so that adding to it copies nothing.
    var texts = self.texts
    self.texts = TextTable()
    defer { self.texts = texts }
    try self.file.rows(of: table) { row in try body(row, &texts) }
  }
}
