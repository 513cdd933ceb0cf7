internal import Invoicing

/// What books are stored as, table by table.
enum SnapshotTables {
  /// The tables that hold the rows of the extract's files, in the order of the files.
  static func ledgers(of books: Books) -> [StoredTable] {
    [
      received(books), sent(books), processed(books), source(books), lines(books),
      attachments(books), attempts(books),
    ]
  }

  /// The tables that say what the books were read from.
  static func origins(of books: Books) -> [StoredTable] {
    [inputs(books), ignoredColumns(books), documents(books), rejected(books)]
  }

  private static func invoices(_ columns: InvoiceColumns) -> [StoredTable.Column] {
    [
      .init(name: "row", cells: .rows(columns.row)),
      .init(name: "id", cells: .texts(columns.id)),
      .init(name: "number", cells: .texts(columns.number)),
      .init(name: "kind", cells: .words(columns.kind)),
      .init(name: "issue_date", cells: .dates(columns.issueDate)),
      .init(name: "currency", cells: .currencies(columns.currency)),
      .init(name: "net", cells: .integers(columns.net)),
      .init(name: "vat", cells: .integers(columns.vat)),
      .init(name: "rounding", cells: .integers(columns.rounding)),
      .init(name: "gross", cells: .integers(columns.gross)),
      .init(name: "document", cells: .texts(columns.document)),
    ]
  }

  private static func ledger(
    _ name: String, _ books: Books, _ columns: InvoiceColumns,
    _ more: KeyValuePairs<String, Cells>
  ) -> StoredTable {
    var table = StoredTable(name, count: columns.count, texts: books.texts, more)
    table.columns.insert(contentsOf: invoices(columns), at: 0)
    return table
  }

  private static func received(_ books: Books) -> StoredTable {
    ledger(
      "received", books, books.received.invoices,
      [
        "supplier": .texts(books.received.supplier),
        "due_date": .optionalDates(books.received.dueDate),
        "status": .words(books.received.status),
      ])
  }

  private static func sent(_ books: Books) -> StoredTable {
    ledger(
      "sent", books, books.sent.invoices,
      [
        "customer": .texts(books.sent.customer),
        "due_date": .optionalDates(books.sent.dueDate),
        "status": .words(books.sent.status),
        "credits": .texts(books.sent.credits),
        "reference": .texts(books.sent.reference),
        "mirror_of": .texts(books.sent.mirrorOf),
        "idempotency_key": .texts(books.sent.idempotencyKey),
        "created_at": .optionalMoments(books.sent.createdAt),
        "ended_at": .optionalMoments(books.sent.endedAt),
      ])
  }

  private static func source(_ books: Books) -> StoredTable {
    ledger(
      "source", books, books.source.invoices,
      [
        "supplier": .texts(books.source.supplier),
        "customer": .texts(books.source.customer),
        "status": .words(books.source.status),
      ])
  }

  private static func processed(_ books: Books) -> StoredTable {
    let flags = books.flags
    return StoredTable(
      "processed", count: flags.count, texts: books.texts,
      [
        "row": .rows(flags.row),
        "received_id": .texts(flags.receivedID),
        "processed": .flags(flags.processed),
        "processed_at": .optionalMoments(flags.processedAt),
        "mirror_id": .texts(flags.mirrorID),
      ])
  }

  private static func lines(_ books: Books) -> StoredTable {
    let lines = books.lines
    return StoredTable(
      "lines", count: lines.count, texts: books.texts,
      [
        "row": .rows(lines.row),
        "ledger": .words(lines.ledger),
        "invoice_id": .texts(lines.invoiceID),
        "line": .texts(lines.line),
        "kind": .words(lines.kind),
        "description": .texts(lines.description),
        "quantity": .texts(lines.quantity),
        "unit_price": .texts(lines.unitPrice),
        "vat_rate": .integers(lines.vatRate),
        "net": .integers(lines.net),
        "currency": .optionalCurrencies(lines.currency),
      ])
  }

  private static func attachments(_ books: Books) -> StoredTable {
    let attachments = books.attachments
    return StoredTable(
      "attachments", count: attachments.count, texts: books.texts,
      [
        "row": .rows(attachments.row),
        "ledger": .words(attachments.ledger),
        "invoice_id": .texts(attachments.invoiceID),
        "name": .texts(attachments.name),
        "sha256": .texts(attachments.sha256),
        "bytes": .optionalIntegers(attachments.bytes),
      ])
  }

  private static func attempts(_ books: Books) -> StoredTable {
    let attempts = books.attempts
    return StoredTable(
      "attempts", count: attempts.count, texts: books.texts,
      [
        "row": .rows(attempts.row),
        "received_id": .texts(attempts.receivedID),
        "idempotency_key": .texts(attempts.idempotencyKey),
        "attempted_at": .moments(attempts.attemptedAt),
        "outcome": .words(attempts.outcome),
        "sent_id": .texts(attempts.sentID),
      ])
  }
}
