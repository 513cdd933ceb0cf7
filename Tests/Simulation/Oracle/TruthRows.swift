internal import Digests
internal import EconomyAPI
internal import Invoicing
internal import Sandbox

/// A line as the oracle reads it.
struct LineTruth: Hashable {
  var kind: String
  let description: String
  /// In percent, as the shortest decimal.
  let rate: DecimalNumber
  let net: Int64
}

/// An invoice in a consulting company's own books.
struct SourceTruth {
  let id: String
  let supplier: String
  let number: String
  let isCreditNote: Bool
  let date: CalendarDate
  let customer: String
  let currency: String
  let net: Int64
  let vat: Int64
  let status: String
  let lines: [LineTruth]
  let receipts: [String]

  var gross: Int64 { net + vat }

  static func all(_ books: EconomyBooks) -> [SourceTruth] {
    let customers = books.parties(.client)
    return books.companies.flatMap { supplier, company in
      books.clientInvoices(of: company).filter { $0.invoiceNumber != nil }.map { invoice in
        let customer = customers.first { $0.foreignID == invoice.poNumber }?.name
        return SourceTruth(invoice, supplier, company, customer ?? "", books)
      }
    }
  }

  private init(
    _ invoice: ClientInvoice, _ supplier: String, _ company: Int64, _ customer: String,
    _ books: EconomyBooks
  ) {
    let sums = Sums(invoice)
    id = "\(company)-\(invoice.id ?? 0)"
    self.supplier = supplier
    number = invoice.invoiceNumber ?? ""
    isCreditNote = invoice.debitInvoiceNumber != nil || sums.gross < 0
    date = invoice.invoiceDate ?? CalendarDate(days: 0)
    self.customer = customer
    currency = invoice.currency ?? ""
    (net, vat) = (sums.net, sums.vat)
    let notes = (invoice.creditInvoices ?? []).compactMap {
      books.clientInvoice($0, of: company)
    }.filter { $0.disabled != true }.map(Truth.gross)
    let isCredited = !notes.isEmpty && abs(notes.reduce(0, +)) >= abs(sums.gross)
    status =
      invoice.disabled == true
      ? "cancelled" : invoice.certified != true ? "draft" : isCredited ? "credited" : "issued"
    var lines = sums.lines
    var receipts: [String] = []
    for (place, row) in (invoice.rows ?? []).enumerated() {
      guard let entry = row.expenseEntryID else { continue }
      let files = books.receipts(entry, of: company)
      lines[place].kind = files == nil ? "mileage" : "expense"
      receipts += (files ?? []).map(Sums.digest)
    }
    self.lines = lines
    self.receipts = receipts
  }
}

/// An invoice that the group received.
struct ReceivedTruth {
  let id: String
  let supplier: String
  let number: String
  let date: CalendarDate
  let currency: String
  let gross: Int64
  let vat: Int64
  let isCancelled: Bool
  let isProcessed: Bool
  /// What its flag names.
  let flagged: String?
  let isInScope: Bool
  let source: SourceTruth?
  let files: Set<String>

  var net: Int64 { gross - vat }
  var isCreditNote: Bool { gross < 0 }

  static func all(_ books: EconomyBooks, _ sources: [SourceTruth]) -> [ReceivedTruth] {
    let names = books.supplierNames
    return books.supplierInvoices().map {
      ReceivedTruth($0, names[$0.supplierID ?? 0] ?? "", books, sources)
    }
  }

  private init(
    _ invoice: SupplierInvoice, _ supplier: String, _ books: EconomyBooks,
    _ sources: [SourceTruth]
  ) {
    id = "\(invoice.id ?? 0)"
    self.supplier = supplier
    let number = invoice.referenceNumber ?? ""
    self.number = number
    date = invoice.invoiceDate ?? CalendarDate(days: 0)
    let currency = invoice.currency ?? ""
    self.currency = currency
    let gross = invoice.amount ?? 0
    self.gross = gross
    vat = invoice.vat ?? 0
    isCancelled = invoice.disabled == true
    isProcessed = invoice.foreignID == "processed"
    flagged = invoice.clientInvoiceIDs?.last.map { "\($0)" }
    isInScope = books.companies[supplier] != nil
    // A number stands once in a series, so that there is one at most.
    let source = sources.first {
      $0.supplier == supplier && $0.number == number && $0.isCreditNote == (gross < 0)
    }
    self.source = source
    files = Set((invoice.files ?? []).map(Sums.digest) + (source?.receipts ?? []))
  }
}

/// An invoice that the group sent.
struct SentTruth {
  let id: String
  let number: String?
  let customer: String
  let date: CalendarDate
  let createdAt: Moment
  let currency: String
  let net: Int64
  let vat: Int64
  let isCreditNote: Bool
  let isDraft: Bool
  /// In the order in which a mirror is kept: paid, sent, booked, draft.
  let rank: Int
  let isCancelled: Bool
  let mirrorOf: String?
  let reference: String
  let credits: String?
  let files: Set<String>
  let lines: [LineTruth]

  var gross: Int64 { net + vat }

  static func all(_ books: EconomyBooks) -> [SentTruth] {
    let invoices = books.clientInvoices()
    let customers = Dictionary(
      books.parties(.client).map { ($0.id ?? 0, $0.name ?? "") }, uniquingKeysWith: { a, _ in a })
    let numbers = Dictionary(
      invoices.compactMap { invoice in invoice.invoiceNumber.map { ($0, "\(invoice.id ?? 0)") } },
      uniquingKeysWith: { a, _ in a })
    return invoices.map { invoice in
      SentTruth(
        invoice, customers[invoice.clientID ?? 0] ?? "",
        invoice.debitInvoiceNumber.flatMap { numbers[$0] })
    }
  }

  private init(_ invoice: ClientInvoice, _ customer: String, _ credits: String?) {
    let sums = Sums(invoice)
    id = "\(invoice.id ?? 0)"
    number = invoice.invoiceNumber
    self.customer = customer
    date = invoice.invoiceDate ?? CalendarDate(days: 0)
    createdAt = invoice.created ?? Moment(microseconds: 0)
    currency = invoice.currency ?? ""
    (net, vat) = (sums.net, sums.vat)
    isCreditNote = invoice.debitInvoiceNumber != nil || sums.gross < 0
    isDraft = invoice.certified != true
    rank = isDraft ? 3 : invoice.remaining == 0 ? 0 : invoice.sent == true ? 1 : 2
    isCancelled = invoice.disabled == true
    mirrorOf = invoice.foreignID.flatMap { $0.isEmpty ? nil : $0 }
    reference = invoice.yourReference ?? ""
    self.credits = credits
    files = Set((invoice.files ?? []).map(Sums.digest))
    lines = sums.lines
  }
}

/// What rows come to.
private struct Sums {
  let net: Int64
  let vat: Int64
  let lines: [LineTruth]

  var gross: Int64 { net + vat }

  init(_ invoice: ClientInvoice) {
    let rows = invoice.rows ?? []
    let totals = try? InvoiceTotals(rows)
    net = totals?.net ?? 0
    vat = totals?.vat ?? 0
    lines = zip(rows, totals?.nets ?? []).map { row, net in
      LineTruth(
        kind: "service", description: row.description ?? "",
        rate: (row.vat ?? DecimalNumber(digits: 0)).shortest, net: net)
    }
  }

  static func digest(_ file: APIFile) -> String {
    var digest = SHA256Digest()
    digest.update(file.data ?? [])
    return digest.hexDigits()
  }
}
