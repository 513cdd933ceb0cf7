internal import Invoicing

@testable internal import Extracts

/// What holds for every document that a row may name as its invoice.
enum InvoicePromises {
  static func check(_ bytes: [UInt8]) throws {
    let whole = Events.whole(bytes)
    let piece = 1 + bytes.count % 131
    try BrokenPromise.unlessEqual(
      Events.fed(bytes, piece: piece), whole, "events fed \(piece) bytes at a time")
    try BrokenPromise.unlessEqual(
      Events.pushed(bytes, piece: piece), whole, "events pushed \(piece) bytes at a time")
    guard let invoice = try? UBLInvoice.read(bytes) else {
      return try checkRefusal(bytes, isXML: whole != nil)
    }
    try checkPieces(invoice, bytes, piece)
    try checkTexts(invoice)
    try checkRows(invoice, bytes)
  }

  private static func checkRefusal(_ bytes: [UInt8], isXML: Bool) throws {
    do {
      _ = try UBLInvoice.read(bytes)
    } catch {
      try BrokenPromise.unlessPrintable(error.sentence)
      var isNoInvoice = false
      if case .notAnInvoice = error { isNoInvoice = true }
      try BrokenPromise.unless(
        !isXML || isNoInvoice, "XML that is refused for its root alone: \(error)")
    }
  }

  private static func checkPieces(_ invoice: UBLInvoice, _ bytes: [UInt8], _ piece: Int) throws {
    var handler = UBLHandler()
    try Events.feed(bytes, piece: piece, to: &handler)
    try BrokenPromise.unlessEqual(handler.invoice, invoice, "an invoice fed piece by piece")
  }

  /// No text is empty or has white space around it, and all can be written and read back.
  private static func checkTexts(_ invoice: UBLInvoice) throws {
    let texts = [
      invoice.number, invoice.issueDate, invoice.dueDate, invoice.currency, invoice.net,
      invoice.vat, invoice.gross, invoice.seller.best, invoice.buyer.best,
    ].compactMap { $0 }
    let blanks = Array(" \t\n\r".utf8)
    for text in texts {
      let isTrimmed =
        text.utf8.first.map { !blanks.contains($0) } == true
        && text.utf8.last.map { !blanks.contains($0) } == true
      try BrokenPromise.unless(isTrimmed, "a text without white space around it: '\(text)'")
    }
    let written = try invoice.written()
    // The writer puts its picture in the place of a DEL.
    if String(decoding: written, as: UTF8.self).unicodeScalars.contains("\u{2421}") { return }
    try BrokenPromise.unlessEqual(try UBLInvoice.read(written), invoice, "an invoice read back")
  }

  /// A row of each ledger that leaves all to its document says what the document says.
  private static func checkRows(_ invoice: UBLInvoice, _ bytes: [UInt8]) throws {
    try DocumentFolder.put(bytes)
    let tables: [(file: ExtractFile, bytes: [UInt8])] = [
      (.received, table("id,status,document", "R1,open")),
      (.sent, table("id,status,document", "S1,sent")),
      (.source, table("id,status,customer,document", "Q1,sent,Kund K")),
    ]
    let read = try ReadTables(tables, quarantine: true, documents: DocumentFolder.path)
    try BrokenPromise.unless(read.log.cells.isEmpty, "a bad document costs its row alone")
    try BrokenPromise.unlessEqual(
      BookRows(Books(read.draft)).count + read.draft.rejected.count, 3, "rows read or set aside")
    for rejected in read.draft.rejected {
      try BrokenPromise.unlessPrintable(rejected.reason)
    }
    let books = read.draft
    guard books.received.count == 1 else { return }
    let row = BookRows(Books(books)).received[0]
    try BrokenPromise.unlessEqual(row.supplier, invoice.seller.best, "the supplier")
    try BrokenPromise.unlessEqual(row.number, invoice.number, "the number")
    try BrokenPromise.unlessEqual(row.kind, invoice.kind, "the kind")
    try BrokenPromise.unlessEqual(row.gross.currency.code, invoice.currency, "the currency")
    for (amount, text) in [
      (row.net, invoice.net), (row.vat, invoice.vat), (row.gross, invoice.gross),
    ] {
      try checkAmount(amount, text ?? "", invoice.kind)
    }
  }

  private static func table(_ header: String, _ row: String) -> [UInt8] {
    Array("\(header)\n\(row),\(DocumentFolder.name)\n".utf8)
  }

  /// The amount in the books is the document's, with the other sign where it is a credit note.
  private static func checkAmount(_ amount: Money, _ text: String, _ kind: InvoiceKind) throws {
    let isNegative = text.hasPrefix("-")
    let digits = text.filter { $0 != "-" && $0 != "+" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = amount.currency.decimals
    let fraction = parts.count > 1 ? String(parts[1].prefix(decimals)) : ""
    let padding = String(repeating: "0", count: max(0, decimals - fraction.count))
    let units = Int128("0" + String(parts.first ?? "") + fraction + padding) ?? 0
    let sign: Int128 = isNegative == (kind == .creditNote) ? 1 : -1
    try BrokenPromise.unlessEqual(amount.minorUnits, sign * units, "the amount of '\(text)'")
  }
}
