internal import Digests
internal import EconomyAPI
internal import Extracts
internal import Invoicing

extension BookExtract {
  func write(
    sent invoice: ClientInvoice, to writer: inout ExtractWriter
  ) throws(ExtractWriteFailure) {
    guard let figures = Figures(invoice) else { return }
    let id = "\(invoice.id ?? 0)"
    let credited = invoice.debitInvoiceNumber.flatMap { group.invoiceIDs[$0] }
    try writer.write(
      SentInvoice(
        id: id, number: invoice.invoiceNumber,
        customer: invoice.clientID.flatMap { group.clients[$0]?.name } ?? "",
        kind: figures.kind, issueDate: invoice.invoiceDate ?? machine.now.date,
        dueDate: invoice.dueDate, net: figures.net, vat: figures.vat, gross: figures.gross,
        status: sentStatus(invoice), credits: credited.map { "\($0)" },
        reference: invoice.yourReference, mirrorOf: invoice.foreignID,
        createdAt: invoice.created))
    try writeLines(of: invoice, BookDraw.group, id, .sent, to: &writer)
  }

  /// The lines, and as attachments the invoice's own files (not a received one's, which has its
  /// own) and the receipts of its entries.
  func writeLines(
    of invoice: ClientInvoice, _ company: Int64, _ id: String, _ ledger: Ledger,
    to writer: inout ExtractWriter
  ) throws(ExtractWriteFailure) {
    guard let figures = Figures(invoice), let books = machine.companies[company] else { return }
    for (place, row) in (invoice.rows ?? []).enumerated() {
      let entry = row.expenseEntryID.flatMap { books.expenses[$0] }
      let price = DecimalNumber(
        digits: row.price ?? 0, places: figures.net.currency.decimals)
      try writer.write(
        InvoiceLine(
          line: place + 1,
          kind: entry.map { $0.isMileage ? .mileage : .expense } ?? .service,
          description: row.description ?? "", quantity: row.quantity?.description,
          unitPrice: price.description, vatRate: row.vat?.units(places: 4) ?? 0,
          net: Money(Int128(figures.nets[place]), figures.net.currency)),
        of: id, in: ledger)
      for file in entry?.entry.files ?? [] {
        try writer.write(file.attachment, of: id, in: ledger)
      }
    }
    guard ledger != .received else { return }
    for file in invoice.files ?? [] { try writer.write(file.attachment, of: id, in: ledger) }
  }

  /// The name of the client that the source's `po-nr` stands for.
  func customer(of source: ClientInvoice) -> String {
    guard let code = source.poNumber else { return "" }
    return customers[code] ?? code
  }

  func status(_ invoice: SupplierInvoice) -> ReceivedStatus {
    if invoice.disabled == true { return .cancelled }
    if invoice.remaining == 0 { return .paid }
    return invoice.certified == true ? .booked : .open
  }

  func sentStatus(_ invoice: ClientInvoice) -> SentStatus {
    if invoice.disabled == true { return .cancelled }
    if invoice.certified != true { return .draft }
    if invoice.remaining == 0 { return .paid }
    return invoice.sent == true ? .sent : .booked
  }

  func status(_ source: ClientInvoice, _ books: CompanyBooks) -> SourceStatus {
    if source.disabled == true { return .cancelled }
    if source.certified != true { return .draft }
    let notes = (source.creditInvoices ?? []).compactMap { books.clientInvoices[$0]?.invoice }
      .filter { $0.disabled != true && $0.certified == true }
    let rest = notes.reduce(Figures(source)?.gross.minorUnits ?? 0) {
      $0 + (Figures($1)?.gross.minorUnits ?? 0)
    }
    if !notes.isEmpty, rest <= 0 { return .credited }
    return source.remaining == 0 ? .paid : .sent
  }
}

/// What a client invoice comes to; nil where its currency or its sum is none.
struct Figures {
  let net: Money
  let vat: Money
  let gross: Money
  let kind: InvoiceKind
  let nets: [Int64]

  init?(_ invoice: ClientInvoice) {
    guard let currency = invoice.currency.flatMap({ Currency($0) }),
      let totals = try? InvoiceTotals(invoice.rows ?? [])
    else { return nil }
    net = Money(Int128(totals.net), currency)
    vat = Money(Int128(totals.vat), currency)
    gross = Money(Int128(totals.gross), currency)
    nets = totals.nets
    let isCredit = invoice.debitInvoiceNumber != nil || totals.gross < 0
    kind = isCredit ? .creditNote : .invoice
  }
}

extension APIFile {
  var attachment: Attachment {
    var digest = SHA256Digest()
    digest.update(data ?? [])
    return Attachment(name: filename, sha256: digest.hexDigits(), bytes: data?.count)
  }
}
