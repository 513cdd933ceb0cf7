internal import Extracts
internal import GRDB
internal import Invoicing

/// Makes an extract of a spool and a journal, row by row.
struct ExtractAssembly {
  let spool: Spool
  let reading: Spool.Reading
  let journal: JournalReader?
  let group: String
  let from: CalendarDate?
  let suppliers: [String]

  /// Writes the extract into a folder; where it fails, what stood there is as it was.
  func write(to folder: String) throws {
    var writer = try ExtractWriter(
      folder: folder, without: reading.journalEntry == nil ? [.attempts] : [])
    try spool.read { db in
      try writeReceived(db, &writer)
      try writeSent(db, &writer)
      try writeSources(db, &writer)
    }
    if let journal, let last = reading.journalEntry {
      try journal.eachAttempt(upTo: last) { try writer.write($0) }
    }
    try writer.finish(
      group: group, takenAt: reading.beganAt, coversFrom: from, companies: suppliers)
  }

  private func writeReceived(_ db: Database, _ writer: inout ExtractWriter) throws {
    let rows = try invoices(.received, db)
    while let row = try rows.next() {
      let cells = SpoolCells(row)
      let invoice = try cells.received()
      try writer.write(invoice)
      let mirrorID = cells.optional("mirror_id")
      if try cells.flag("processed") || mirrorID != nil {
        try writer.write(
          ProcessedFlag(
            receivedID: invoice.id, processed: try cells.flag("processed"), processedAt: nil,
            mirrorID: mirrorID))
      }
      try writeFiles(of: invoice.id, .received, db, &writer)
      if let source = try source(of: invoice, db) {
        try writeLines(of: source, .source, as: invoice.id, .received, db, &writer)
        try writeReceipts(of: source, as: invoice.id, .received, db, &writer)
      }
    }
  }

  private func writeSent(_ db: Database, _ writer: inout ExtractWriter) throws {
    let rows = try invoices(.sent, db)
    while let row = try rows.next() {
      var invoice = try SpoolCells(row).sent()
      invoice.idempotencyKey = try journal?.key(thatMade: invoice.id)
      try writer.write(invoice)
      try writeLines(of: invoice.id, .sent, as: invoice.id, .sent, db, &writer)
      try writeFiles(of: invoice.id, .sent, db, &writer)
    }
  }

  private func writeSources(_ db: Database, _ writer: inout ExtractWriter) throws {
    let rows = try invoices(.source, db)
    while let row = try rows.next() {
      let invoice = try SpoolCells(row).source()
      try writer.write(invoice)
      try writeLines(of: invoice.id, .source, as: invoice.id, .source, db, &writer)
      try writeFiles(of: invoice.id, .source, db, &writer)
      try writeReceipts(of: invoice.id, as: invoice.id, .source, db, &writer)
    }
  }

  private func invoices(_ ledger: Ledger, _ db: Database) throws -> RowCursor {
    try Row.fetchCursor(
      db, sql: "SELECT * FROM invoices WHERE ledger = ? ORDER BY id", arguments: [ledger.name])
  }

  /// Of several the one whose currency and gross agree, then the one with the smallest id.
  private func source(of invoice: ReceivedInvoice, _ db: Database) throws -> String? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, currency, gross FROM invoices
          WHERE ledger = 'source' AND supplier = ? AND number = ? AND kind = ?
          """),
      arguments: [invoice.supplier, invoice.number, invoice.kind.name])
    let found = rows.map { row in
      let agrees =
        row["currency"] as String == invoice.gross.currency.code
        && row["gross"] as Int64 == Int64(clamping: invoice.gross.minorUnits)
      return (id: row["id"] as String, agrees: agrees)
    }
    return found.min { a, b in
      if a.agrees != b.agrees { return a.agrees }
      return IdentifierOrder.precedes(a.id.utf8.span, b.id.utf8.span)
    }?.id
  }

  private func writeLines(
    of id: String, _ ledger: Ledger, as target: String, _ targetLedger: Ledger, _ db: Database,
    _ writer: inout ExtractWriter
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT l.*, e.state FROM lines l
          LEFT JOIN entries e ON e.supplier = l.supplier AND e.entry = l.entry
          WHERE l.ledger = ? AND l.invoice_id = ? ORDER BY l.line
          """), arguments: [ledger.name, id])
    while let row = try rows.next() {
      try writer.write(try SpoolCells(row).line(), of: target, in: targetLedger)
    }
  }

  private func writeFiles(
    of id: String, _ ledger: Ledger, _ db: Database, _ writer: inout ExtractWriter
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT * FROM files WHERE ledger = ? AND invoice_id = ? ORDER BY place"),
      arguments: [ledger.name, id])
    while let row = try rows.next() {
      try writer.write(try SpoolCells(row).file(), of: id, in: ledger)
    }
  }

  /// The receipts of the entries behind a source's lines, those aside that stand there already.
  private func writeReceipts(
    of source: String, as target: String, _ ledger: Ledger, _ db: Database,
    _ writer: inout ExtractWriter
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT f.* FROM (
            SELECT supplier, entry, min(line) AS line FROM lines
            WHERE ledger = 'source' AND invoice_id = ?1 AND entry IS NOT NULL
            GROUP BY supplier, entry) l
          JOIN entry_files f ON f.supplier = l.supplier AND f.entry = l.entry
          WHERE f.sha256 NOT IN (
            SELECT sha256 FROM files WHERE ledger = ?2 AND invoice_id = ?3)
          ORDER BY l.line, f.place
          """), arguments: [source, ledger.name, target])
    while let row = try rows.next() {
      try writer.write(try SpoolCells(row).file(), of: target, in: ledger)
    }
  }
}
