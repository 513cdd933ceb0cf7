internal import Invoicing

/// A file of the extract, as a comparison reads it.
struct LedgerTable: Sendable {
  let file: ExtractFile
  /// The id of the invoice that a row is or is about.
  let id: @Sendable (Books) -> [Text]
  /// Whether no two rows have one id.
  let hasIDs: Bool
  /// The rows' numbers in the file.
  let rows: @Sendable (Books) -> RowNumbers
  /// All columns but the id.
  let columns: [LedgerColumn]

  /// In the order of `ExtractFile`.
  static let all = [received, sent, processed, source, lines, attachments, attempts]

  private static let received = LedgerTable(
    file: .received, id: { $0.received.invoices.id }, hasIDs: true,
    rows: { $0.received.invoices.row },
    columns: [.text("supplier") { $0.received.supplier }]
      + invoiceColumns { $0.received.invoices } + [
        .date("due_date") { $0.received.dueDate[$1] }, .word("status") { $0.received.status[$1] },
        .rareText("document") { $0.received.invoices.document },
      ])

  private static let sent = LedgerTable(
    file: .sent, id: { $0.sent.invoices.id }, hasIDs: true, rows: { $0.sent.invoices.row },
    columns: [.text("customer") { $0.sent.customer }] + invoiceColumns { $0.sent.invoices } + [
      .date("due_date") { $0.sent.dueDate[$1] }, .word("status") { $0.sent.status[$1] },
      .text("credits") { $0.sent.credits }, .rareText("reference") { $0.sent.reference },
      .text("mirror_of") { $0.sent.mirrorOf },
      .text("idempotency_key") { $0.sent.idempotencyKey },
      .moment("created_at") { $0.sent.createdAt[$1] },
      .moment("ended_at") { $0.sent.endedAt[$1] },
      .rareText("document") { $0.sent.invoices.document },
    ])

  private static let processed = LedgerTable(
    file: .processed, id: { $0.flags.receivedID }, hasIDs: true, rows: { $0.flags.row },
    columns: [
      .word("processed") { $0.flags.processed[$1] ? FlagValue.true : FlagValue.false },
      .moment("processed_at") { $0.flags.processedAt[$1] },
      .text("mirror_id") { $0.flags.mirrorID },
    ])

  private static let source = LedgerTable(
    file: .source, id: { $0.source.invoices.id }, hasIDs: true,
    rows: { $0.source.invoices.row },
    columns: [
      .text("supplier") { $0.source.supplier }, .text("customer") { $0.source.customer },
    ] + invoiceColumns { $0.source.invoices } + [
      .word("status") { $0.source.status[$1] },
      .rareText("document") { $0.source.invoices.document },
    ])

  private static let lines = LedgerTable(
    file: .lines, id: { $0.lines.invoiceID }, hasIDs: false, rows: { $0.lines.row },
    columns: [
      .word("ledger") { $0.lines.ledger[$1] }, .text("line") { $0.lines.line },
      .word("kind") { $0.lines.kind[$1] }, .text("description") { $0.lines.description },
      .text("quantity") { $0.lines.quantity }, .text("unit_price") { $0.lines.unitPrice },
      .amount("vat_rate") { ($0.lines.vatRate[$1], LineColumns.vatRateDecimals) },
      .amount("net") {
        ($0.lines.net[$1], $0.lines.currency[$1]?.decimals ?? Money.mostDecimals)
      },
    ])

  private static let attachments = LedgerTable(
    file: .attachments, id: { $0.attachments.invoiceID }, hasIDs: false,
    rows: { $0.attachments.row },
    columns: [
      .word("ledger") { $0.attachments.ledger[$1] }, .text("name") { $0.attachments.name },
      .text("sha256") { $0.attachments.sha256 },
      LedgerColumn(name: "bytes") {
        $0.attachments.bytes[$1].map { String($0) } ?? ""
      } mark: { books, row, _ in
        UInt64(bitPattern: books.attachments.bytes[row] ?? .min)
      },
    ])

  private static let attempts = LedgerTable(
    file: .attempts, id: { $0.attempts.receivedID }, hasIDs: false, rows: { $0.attempts.row },
    columns: [
      .text("idempotency_key") { $0.attempts.idempotencyKey },
      .moment("attempted_at") { $0.attempts.attemptedAt[$1] },
      .word("outcome") { $0.attempts.outcome[$1] }, .text("sent_id") { $0.attempts.sentID },
    ])

  private static func invoiceColumns(
    _ invoices: @escaping @Sendable (Books) -> InvoiceColumns
  ) -> [LedgerColumn] {
    func amount(
      _ name: String, _ amount: @escaping @Sendable (InvoiceColumns, Int) -> Int64
    ) -> LedgerColumn {
      .amount(name) { books, row in
        let invoices = invoices(books)
        return (amount(invoices, row), invoices.currency[row].decimals)
      }
    }
    return [
      .text("number") { invoices($0).number }, .word("kind") { invoices($0).kind[$1] },
      .date("issue_date") { invoices($0).issueDate[$1] },
      LedgerColumn(name: "currency") {
        invoices($0).currency[$1].code
      } mark: { books, row, _ in
        UInt64(invoices(books).currency[row].ordinal)
      },
      amount("net") { $0.net[$1] }, amount("vat") { $0.vat[$1] },
      amount("rounding") { $0.rounding[$1] }, amount("gross") { $0.gross[$1] },
    ]
  }
}
