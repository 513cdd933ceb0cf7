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
    var supplier = TextColumn()
    try rows(of: .received) { row, texts in
      try invoices.append(row, &texts)
      row.text(InvoiceReading.width, into: &supplier, &texts)
      columns.dueDate.append(try row.optionalDate(InvoiceReading.width + 1))
      columns.status.append(try row.word(InvoiceReading.width + 2, &statuses))
    }
    columns.invoices = invoices.finish(&texts)
    columns.supplier = supplier.finish(&texts)
    return columns
  }

  mutating func sent() throws(SnapshotError) -> SentColumns {
    var invoices = InvoiceReading()
    var columns = SentColumns()
    var statuses = KnownWords<SentStatus>()
    let own = InvoiceReading.width
    var customer = TextColumn()
    var credits = TextColumn()
    var reference = TextColumn()
    var mirrorOf = TextColumn()
    var idempotencyKey = TextColumn()
    try rows(of: .sent) { row, texts in
      try invoices.append(row, &texts)
      row.text(own, into: &customer, &texts)
      columns.dueDate.append(try row.optionalDate(own + 1))
      columns.status.append(try row.word(own + 2, &statuses))
      row.text(own + 3, into: &credits, &texts)
      row.text(own + 4, into: &reference, &texts)
      row.text(own + 5, into: &mirrorOf, &texts)
      row.text(own + 6, into: &idempotencyKey, &texts)
      columns.createdAt.append(try row.optionalMoment(own + 7))
      columns.endedAt.append(try row.optionalMoment(own + 8))
    }
    columns.invoices = invoices.finish(&texts)
    columns.customer = customer.finish(&texts)
    columns.credits = credits.finish(&texts)
    columns.reference = reference.finish(&texts)
    columns.mirrorOf = mirrorOf.finish(&texts)
    columns.idempotencyKey = idempotencyKey.finish(&texts)
    return columns
  }

  mutating func source() throws(SnapshotError) -> SourceColumns {
    var invoices = InvoiceReading()
    var columns = SourceColumns()
    var statuses = KnownWords<SourceStatus>()
    var supplier = TextColumn()
    var customer = TextColumn()
    try rows(of: .source) { row, texts in
      try invoices.append(row, &texts)
      row.text(InvoiceReading.width, into: &supplier, &texts)
      row.text(InvoiceReading.width + 1, into: &customer, &texts)
      columns.status.append(try row.word(InvoiceReading.width + 2, &statuses))
    }
    columns.invoices = invoices.finish(&texts)
    columns.supplier = supplier.finish(&texts)
    columns.customer = customer.finish(&texts)
    return columns
  }

  mutating func flags() throws(SnapshotError) -> FlagColumns {
    var columns = FlagColumns()
    var receivedID = TextColumn()
    var mirrorID = TextColumn()
    try rows(of: .processed) { row, texts in
      columns.row.append(try row.rowNumber(0))
      row.text(1, into: &receivedID, &texts)
      columns.processed.append(try row.flag(2))
      columns.processedAt.append(try row.optionalMoment(3))
      row.text(4, into: &mirrorID, &texts)
    }
    columns.receivedID = receivedID.finish(&texts)
    columns.mirrorID = mirrorID.finish(&texts)
    return columns
  }

  mutating func lines() throws(SnapshotError) -> LineColumns {
    var columns = LineColumns()
    var ledgers = KnownWords<Ledger>()
    var kinds = KnownWords<LineKind>()
    var invoiceID = TextColumn()
    var line = TextColumn()
    var description = TextColumn()
    var quantity = TextColumn()
    var unitPrice = TextColumn()
    try rows(of: .lines) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.word(1, &ledgers))
      row.text(2, into: &invoiceID, &texts)
      row.text(3, into: &line, &texts)
      columns.kind.append(try row.word(4, &kinds))
      row.text(5, into: &description, &texts)
      row.text(6, into: &quantity, &texts)
      row.text(7, into: &unitPrice, &texts)
      columns.vatRate.append(try row.amount(8))
      columns.net.append(try row.amount(9))
      columns.currency.append(try row.optionalCurrency(10))
    }
    columns.invoiceID = invoiceID.finish(&texts)
    columns.line = line.finish(&texts)
    columns.description = description.finish(&texts)
    columns.quantity = quantity.finish(&texts)
    columns.unitPrice = unitPrice.finish(&texts)
    return columns
  }

  mutating func attachments() throws(SnapshotError) -> AttachmentColumns {
    var columns = AttachmentColumns()
    var ledgers = KnownWords<Ledger>()
    var invoiceID = TextColumn()
    var name = TextColumn()
    var sha256 = TextColumn()
    try rows(of: .attachments) { row, texts in
      columns.row.append(try row.rowNumber(0))
      columns.ledger.append(try row.word(1, &ledgers))
      row.text(2, into: &invoiceID, &texts)
      row.text(3, into: &name, &texts)
      row.text(4, into: &sha256, &texts)
      columns.bytes.append(row.optionalInteger(5))
    }
    columns.invoiceID = invoiceID.finish(&texts)
    columns.name = name.finish(&texts)
    columns.sha256 = sha256.finish(&texts)
    return columns
  }

  mutating func attempts() throws(SnapshotError) -> AttemptColumns {
    var columns = AttemptColumns()
    var outcomes = KnownWords<AttemptOutcome>()
    var receivedID = TextColumn()
    var idempotencyKey = TextColumn()
    var sentID = TextColumn()
    try rows(of: .attempts) { row, texts in
      columns.row.append(try row.rowNumber(0))
      row.text(1, into: &receivedID, &texts)
      row.text(2, into: &idempotencyKey, &texts)
      columns.attemptedAt.append(try row.moment(3))
      columns.outcome.append(try row.word(4, &outcomes))
      row.text(5, into: &sentID, &texts)
    }
    columns.receivedID = receivedID.finish(&texts)
    columns.idempotencyKey = idempotencyKey.finish(&texts)
    columns.sentID = sentID.finish(&texts)
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
