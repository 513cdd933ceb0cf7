internal import Invoicing

/// Reads the tables of the ledgers, in the order of `SnapshotTables.ledgers`.
struct BooksReading {
  private let file: StoredSnapshot
  /// Every text met so far.
  var texts = TextTable()
  /// In the order of their tables.
  private var parties: [Text] = []
  private var currencies: [Currency] = []

  init(_ file: StoredSnapshot) { self.file = file }

  /// Reads what the ledgers' rows have numbers for; the ledgers follow.
  mutating func dictionaries() throws(SnapshotError) {
    var names = TextColumn()
    try rows(of: SnapshotTables.parties(EmptyBooks.coding)) { row, texts in
      row.text(1, into: &names, &texts)
    }
    parties = names.finish(&texts)
    var currencies: [Currency] = []
    try file.rows(of: SnapshotTables.currencies([])) { row in
      currencies.append(try row.currency(1))
    }
    self.currencies = currencies
  }

  mutating func received() throws(SnapshotError) -> ReceivedColumns {
    var invoices = InvoiceReading<ReceivedStatus>(currencies)
    var columns = ReceivedColumns()
    let own = InvoiceReading<ReceivedStatus>.width
    let parties = parties
    try rows(of: .received) { row, texts in
      try invoices.append(row, &texts)
      columns.supplier.append(try row.party(own, parties))
      columns.dueDate.append(try row.optionalDay(own + 1))
    }
    columns.invoices = invoices.finish(&texts)
    columns.status = invoices.statuses
    return columns
  }

  mutating func sent(_ received: InvoiceColumns) throws(SnapshotError) -> SentColumns {
    var invoices = InvoiceReading<SentStatus>(currencies)
    var columns = SentColumns()
    let own = InvoiceReading<SentStatus>.width
    let parties = parties
    var credits = ReferenceColumn()
    var reference = TextColumn()
    var mirrorOf = ReferenceColumn()
    var key = ReferenceColumn()
    try rows(of: .sent) { row, texts in
      try invoices.append(row, &texts)
      columns.customer.append(try row.party(own, parties))
      columns.dueDate.append(try row.optionalDay(own + 1))
      try row.reference(own + 2, into: &credits, &texts)
      row.text(own + 3, into: &reference, &texts)
      try row.reference(own + 4, into: &mirrorOf, &texts)
      try row.reference(own + 5, into: &key, &texts)
      columns.createdAt.append(try row.optionalSecond(own + 6))
      columns.endedAt.append(try row.optionalSecond(own + 7))
    }
    columns.invoices = invoices.finish(&texts)
    columns.status = invoices.statuses
    columns.credits = try found(credits.finish(columns.invoices), in: .sent)
    columns.reference = reference.finish(&texts)
    columns.mirrorOf = try found(mirrorOf.finish(received), in: .sent)
    columns.idempotencyKey = try found(key.finish(received), in: .sent)
    return columns
  }

  mutating func source() throws(SnapshotError) -> SourceColumns {
    var invoices = InvoiceReading<SourceStatus>(currencies)
    var columns = SourceColumns()
    let own = InvoiceReading<SourceStatus>.width
    let parties = parties
    try rows(of: .source) { row, texts in
      try invoices.append(row, &texts)
      columns.supplier.append(try row.party(own, parties))
      columns.customer.append(try row.party(own + 1, parties))
    }
    columns.invoices = invoices.finish(&texts)
    columns.status = invoices.statuses
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

  /// The currency of a line.
  func currency(_ row: StoredRow, _ column: Int32) throws(BadStoredCell) -> Currency? {
    try row.entry(column, of: currencies, from: 0, "a currency")
  }

  /// The texts of references, none of which may lead nowhere.
  func found(_ texts: [Text]?, in file: ExtractFile) throws(SnapshotError) -> [Text] {
    if let texts { return texts }
    let table = SnapshotTables.storedName(of: SnapshotTables.name(of: file))
    throw .damaged(
      path: self.file.path, detail: "table \(table): a row names an invoice that is not there")
  }

  /// Hands over the rows of a ledger's table, and the texts to add to.
  mutating func rows(
    of file: ExtractFile, _ body: (StoredRow, inout TextTable) throws -> Void
  ) throws(SnapshotError) {
    let tables = SnapshotTables.ledgers(of: EmptyBooks.coding)
    try rows(of: tables[Int(file.rawValue)], body)
  }

  private mutating func rows(
    of table: StoredTable, _ body: (StoredRow, inout TextTable) throws -> Void
  ) throws(SnapshotError) {
    // Taken out meanwhile, so that adding to it copies nothing.
    var texts = self.texts
    self.texts = TextTable()
    defer { self.texts = texts }
    try file.rows(of: table) { row in try body(row, &texts) }
  }
}
