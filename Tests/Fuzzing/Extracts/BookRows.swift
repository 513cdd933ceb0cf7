internal import Invoicing

@testable internal import Extracts

/// All rows of books as values, so that two can be compared whatever their text tables.
struct BookRows: Equatable {
  struct Part<Value: Equatable>: Equatable {
    let value: Value
    let invoiceID: String
    let ledger: Ledger
  }

  var received: [ReceivedInvoice] = []
  var sent: [SentInvoice] = []
  var source: [SourceInvoice] = []
  var flags: [ProcessedFlag] = []
  /// Without those of invoices that are not there: their nets have no currency.
  var lines: [Part<InvoiceLine>] = []
  var attachments: [Part<Attachment>] = []
  var attempts: [Attempt] = []

  init(_ books: Books) {
    received = (0..<books.received.count).map { books.receivedInvoice($0) }
    sent = (0..<books.sent.count).map { books.sentInvoice($0) }
    source = (0..<books.source.count).map { books.sourceInvoice($0) }
    flags = (0..<books.flags.count).map { books.flag($0) }
    attempts = (0..<books.attempts.count).map { books.attempt($0) }
    lines = (0..<books.lines.count).compactMap { row in
      books.lines.currency[row].flatMap { books.invoiceLines([row], $0).first }.map {
        Part(
          value: $0, invoiceID: books.string(books.lines.invoiceID[row]),
          ledger: books.lines.ledger[row])
      }
    }
    attachments = (0..<books.attachments.count).map { row in
      Part(
        value: books.attachment(row),
        invoiceID: books.string(books.attachments.invoiceID[row]),
        ledger: books.attachments.ledger[row])
    }
  }

  var count: Int {
    received.count + sent.count + source.count + flags.count + lines.count + attachments.count
      + attempts.count
  }

  /// The tables as the house writes them.
  func tables() throws -> [(file: ExtractFile, bytes: [UInt8])] {
    [
      (.received, try table(.received, received) { try $0.append(to: &$1) }),
      (.sent, try table(.sent, sent) { try $0.append(to: &$1) }),
      (.processed, try table(.processed, flags) { try $0.append(to: &$1) }),
      (.source, try table(.source, source) { try $0.append(to: &$1) }),
      (
        .lines,
        try table(.lines, lines) { try $0.value.append(to: &$1, of: $0.invoiceID, in: $0.ledger) }
      ),
      (
        .attachments,
        try table(.attachments, attachments) {
          try $0.value.append(to: &$1, of: $0.invoiceID, in: $0.ledger)
        }
      ),
      (.attempts, try table(.attempts, attempts) { try $0.append(to: &$1) }),
    ]
  }

  private func table<Row>(
    _ file: ExtractFile, _ rows: [Row],
    _ append: (Row, inout RowCells) throws -> Void
  ) throws -> [UInt8] {
    let header = file.writtenColumns.map(\.rawValue).joined(separator: ",") + "\n"
    var bytes = Array(header.utf8)
    for (place, row) in rows.enumerated() {
      var cells = RowCells(file, row: place + 1)
      try append(row, &cells)
      bytes += cells.bytes
    }
    return bytes
  }
}

extension Books {
  fileprivate func sourceInvoice(_ row: Int) -> SourceInvoice {
    let invoices = source.invoices
    let currency = invoices.currency[row]
    let rounding = Money(Int128(invoices.rounding[row]), currency)
    return SourceInvoice(
      id: string(invoices.id[row]), supplier: string(source.supplier[row]),
      number: string(invoices.number[row]), customer: string(source.customer[row]),
      kind: invoices.kind[row], issueDate: invoices.issueDate[row],
      net: Money(Int128(invoices.net[row]), currency),
      vat: Money(Int128(invoices.vat[row]), currency), rounding: rounding,
      gross: Money(Int128(invoices.gross[row]), currency), status: source.status[row])
  }

  fileprivate func flag(_ row: Int) -> ProcessedFlag {
    ProcessedFlag(
      receivedID: string(flags.receivedID[row]), processed: flags.processed[row],
      processedAt: flags.processedAt[row], mirrorID: ifAny(flags.mirrorID[row]))
  }

  fileprivate func attempt(_ row: Int) -> Attempt {
    Attempt(
      receivedID: string(attempts.receivedID[row]),
      idempotencyKey: ifAny(attempts.idempotencyKey[row]),
      attemptedAt: attempts.attemptedAt[row], outcome: attempts.outcome[row],
      sentID: ifAny(attempts.sentID[row]))
  }

  private func ifAny(_ text: Text) -> String? { text.isAbsent ? nil : string(text) }
}
