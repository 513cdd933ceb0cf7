internal import Invoicing

/// What books are stored as, table by table.
enum SnapshotTables {
  /// The tables that hold the rows of the extract's files, in the order of the files.
  ///
  /// Each has the name of its file, and is stored as that with `_rows` behind it.
  static func ledgers(of coding: BooksCoding) -> [StoredTable] {
    [
      received(coding), sent(coding), processed(coding), source(coding), lines(coding),
      attachments(coding), attempts(coding),
    ].map { table in
      var table = table
      table.storedName = storedName(of: table.name)
      return table
    }
  }

  /// What the table is called whose rows a view of this name shows.
  static func storedName(of name: String) -> String { "\(name)_rows" }

  static func name(of file: ExtractFile) -> String {
    ledgers(of: EmptyBooks.coding)[Int(file.rawValue)].name
  }

  /// The tables of what the ledgers' rows have numbers for.
  static func dictionaries(of coding: BooksCoding) -> [StoredTable] {
    [
      parties(coding), currencies(Array(coding.currencies[..<coding.ledgerCurrencies])),
    ]
  }

  /// The tables that say what the books were read from.
  static func origins(of books: Books) -> [StoredTable] {
    [inputs(books), ignoredColumns(books), documents(books), rejected(books)]
  }

  private static func ledger(
    _ name: String, _ coding: BooksCoding, _ invoices: InvoiceColumns, _ heads: InvoiceHeads,
    _ more: KeyValuePairs<String, Cells> = [:]
  ) -> StoredTable {
    var table = StoredTable(
      name, count: invoices.count, texts: coding.books.texts,
      [
        "row": .rows(invoices.row),
        "id": .texts(invoices.id),
        "number": .texts(invoices.number),
        "head": .heads(heads),
        "net": .integers(invoices.net),
        "vat": .integers(invoices.vat),
        "rounding": .rarities(invoices.rounding),
        "gross": .totals(invoices.gross, invoices),
        "document": .rareTexts(invoices.document),
      ])
    table.columns += heads.beyond + more.map { StoredTable.Column(name: $0, cells: $1) }
    return table
  }

  private static func received(_ coding: BooksCoding) -> StoredTable {
    ledger("received", coding, coding.books.received.invoices, coding.receivedHeads)
  }

  private static func sent(_ coding: BooksCoding) -> StoredTable {
    let sent = coding.books.sent
    return ledger(
      "sent", coding, sent.invoices, coding.sentHeads,
      [
        "credits": .references(sent.credits, coding.rows(of: .sent)),
        "reference": .rareTexts(sent.reference),
        "mirror_of": .references(sent.mirrorOf, coding.rows(of: .received)),
        "idempotency_key": .references(sent.idempotencyKey, coding.rows(of: .received)),
        "created_at": .optionalSeconds(sent.createdAt),
        "ended_at": .optionalSeconds(sent.endedAt),
      ])
  }

  private static func source(_ coding: BooksCoding) -> StoredTable {
    ledger("source", coding, coding.books.source.invoices, coding.sourceHeads)
  }

  private static func processed(_ coding: BooksCoding) -> StoredTable {
    let flags = coding.books.flags
    return StoredTable(
      "processed", count: flags.count, texts: coding.books.texts,
      [
        "row": .rows(flags.row),
        "received_id": .references(flags.receivedID, coding.rows(of: .received)),
        "processed": .flags(flags.processed),
        "processed_at": .optionalSeconds(flags.processedAt),
        "mirror_id": .references(flags.mirrorID, coding.rows(of: .sent)),
      ])
  }

  private static func lines(_ coding: BooksCoding) -> StoredTable {
    let lines = coding.books.lines
    return StoredTable(
      "lines", count: lines.count, texts: coding.books.texts,
      [
        "row": .rows(lines.row),
        "ledger": .codes(lines.ledger),
        "invoice_id": .ledgerReferences(lines.invoiceID, lines.ledger, coding.rows),
        "line": .texts(lines.line),
        "kind": .codes(lines.kind),
        "description": .texts(lines.description),
        "quantity": .texts(lines.quantity),
        "unit_price": .texts(lines.unitPrice),
        "vat_rate": .integers(lines.vatRate),
        "net": .integers(lines.net),
        "currency": .currencyPlaces(lines.currency, coding.currencyPlaces),
      ])
  }

  private static func attachments(_ coding: BooksCoding) -> StoredTable {
    let attachments = coding.books.attachments
    return StoredTable(
      "attachments", count: attachments.count, texts: coding.books.texts,
      [
        "row": .rows(attachments.row),
        "ledger": .codes(attachments.ledger),
        "invoice_id": .ledgerReferences(
          attachments.invoiceID, attachments.ledger, coding.rows),
        "name": .texts(attachments.name),
        "sha256": .texts(attachments.sha256),
        "bytes": .optionalIntegers(attachments.bytes),
      ])
  }

  private static func attempts(_ coding: BooksCoding) -> StoredTable {
    let attempts = coding.books.attempts
    return StoredTable(
      "attempts", count: attempts.count, texts: coding.books.texts,
      [
        "row": .rows(attempts.row),
        "received_id": .references(attempts.receivedID, coding.rows(of: .received)),
        "idempotency_key": .references(attempts.idempotencyKey, coding.rows(of: .received)),
        "attempted_at": .seconds(attempts.attemptedAt),
        "outcome": .codes(attempts.outcome),
        "sent_id": .references(attempts.sentID, coding.rows(of: .sent)),
      ])
  }
}
