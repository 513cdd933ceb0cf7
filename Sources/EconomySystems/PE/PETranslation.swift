internal import EconomyAPI
internal import Invoicing

/// Messages of PE Accounting as the values of our trade: pure.
///
/// Throws `unreadable` where a message lacks what an invoice must have: nothing is guessed.
struct PETranslation: Sendable {
  let fields: PEFields

  func received(
    _ message: SupplierInvoice, supplier: String
  ) throws(SystemFailure) -> SystemReceived {
    let what = "supplier-invoice \(message.id ?? 0)"
    let currency = try currency(message.currency, of: what)
    let gross = try need(message.amount, "amount", of: what)
    let vat = message.vat ?? 0
    let invoice = ReceivedInvoice(
      id: String(try need(message.id, "id", of: what)), supplier: supplier,
      number: try need(message.referenceNumber, "reference-nr", of: what),
      kind: gross < 0 ? .creditNote : .invoice,
      issueDate: try need(message.invoiceDate, "invoice-date", of: what),
      dueDate: message.dueDate, net: Money(Int128(gross) - Int128(vat), currency),
      vat: Money(Int128(vat), currency), gross: Money(Int128(gross), currency),
      status: Self.status(of: message))
    return SystemReceived(
      invoice: invoice,
      isProcessed: fields.processed.value(in: message) == PEFields.processedWord,
      mirrorIDs: (message.clientInvoiceIDs ?? []).map { String($0) },
      files: Self.files(message.files))
  }

  func sent(
    _ message: ClientInvoice, customer: String, credits: String?,
    creditNotes: [SystemCreditNote] = []
  ) throws(SystemFailure) -> SystemSent {
    let sums = try figures(of: message)
    let invoice = SentInvoice(
      id: sums.id, number: message.invoiceNumber, customer: customer, kind: sums.kind,
      issueDate: sums.issueDate, dueDate: message.dueDate, net: sums.net, vat: sums.vat,
      gross: sums.gross, status: Self.status(of: message), credits: credits,
      reference: message.yourReference.flatMap { $0.isEmpty ? nil : $0 },
      mirrorOf: fields.mirrorOf.value(in: message), createdAt: message.created)
    let remaining = message.certified == true ? message.remaining : nil
    return SystemSent(
      invoice: invoice, lines: sums.lines, files: Self.files(message.files),
      remaining: remaining.map { Money(Int128($0), sums.gross.currency) },
      creditNotes: creditNotes)
  }

  func creditNote(_ message: ClientInvoice) throws(SystemFailure) -> SystemCreditNote {
    let sums = try figures(of: message)
    return SystemCreditNote(
      id: sums.id, gross: sums.gross, status: Self.status(of: message),
      mirrorOf: fields.mirrorOf.value(in: message))
  }

  /// `customer` is the end customer's name; `isCredited`: its credit notes reach its gross.
  func source(
    _ message: ClientInvoice, supplier: String, customer: String, isCredited: Bool
  ) throws(SystemFailure) -> SystemSource {
    let sums = try figures(of: message)
    let invoice = SourceInvoice(
      id: sums.id, supplier: supplier, number: message.invoiceNumber ?? "", customer: customer,
      kind: sums.kind, issueDate: sums.issueDate, net: sums.net, vat: sums.vat,
      gross: sums.gross, status: Self.sourceStatus(of: message, isCredited: isCredited))
    return SystemSource(
      invoice: invoice, customerReference: fields.endCustomer.value(in: message),
      delivered: message.period?.start ?? message.deliveryDate, lines: sums.lines,
      files: Self.files(message.files))
  }

  func gross(of message: ClientInvoice) throws(SystemFailure) -> Int64 {
    do {
      return try InvoiceTotals(message.rows ?? []).gross
    } catch {
      throw .unreadable("client-invoice \(message.id ?? 0): \(error)")
    }
  }

  static func files(_ files: [APIFile]?) -> [SystemFile] {
    (files ?? []).compactMap { file in
      file.data.map { SystemFile(name: file.filename, data: $0) }
    }
  }
}

/// States.
extension PETranslation {
  static func status(of message: SupplierInvoice) -> ReceivedStatus {
    if message.disabled == true { return .cancelled }
    if message.remaining == 0 { return .paid }
    return message.certified == true ? .booked : .open
  }

  static func status(of message: ClientInvoice) -> SentStatus {
    if message.disabled == true { return .cancelled }
    guard message.certified == true else { return .draft }
    if message.remaining == 0 { return .paid }
    return message.sent == true ? .sent : .booked
  }

  private static func sourceStatus(
    of message: ClientInvoice, isCredited: Bool
  ) -> SourceStatus {
    switch status(of: message) {
    case .cancelled: .cancelled
    case .draft: .draft
    case _ where isCredited: .credited
    case .paid: .paid
    default: .sent
    }
  }
}

/// Figures.
extension PETranslation {
  private struct Figures {
    var id: String
    var kind: InvoiceKind
    var issueDate: CalendarDate
    var net: Money
    var vat: Money
    var gross: Money
    var lines: [SystemLine]
  }

  private func figures(of message: ClientInvoice) throws(SystemFailure) -> Figures {
    let what = "client-invoice \(message.id ?? 0)"
    let currency = try currency(message.currency, of: what)
    let rows = message.rows ?? []
    let totals: InvoiceTotals
    do { totals = try InvoiceTotals(rows) } catch { throw .unreadable("\(what): \(error)") }
    let isCreditNote = message.debitInvoiceNumber != nil || totals.gross < 0
    return Figures(
      id: String(try need(message.id, "id", of: what)),
      kind: isCreditNote ? .creditNote : .invoice,
      issueDate: try need(message.invoiceDate, "invoice-date", of: what),
      net: Money(Int128(totals.net), currency), vat: Money(Int128(totals.vat), currency),
      gross: Money(Int128(totals.gross), currency),
      lines: zip(rows, totals.nets).enumerated().map { place, row in
        Self.line(row.0, net: row.1, number: place + 1, in: currency)
      })
  }

  private static func line(
    _ row: ClientInvoiceRow, net: Int64, number: Int, in currency: Currency
  ) -> SystemLine {
    let line = InvoiceLine(
      line: number, kind: row.expenseEntryID == nil ? .service : .expense,
      description: row.description ?? "", quantity: row.quantity?.description,
      unitPrice: row.price.map { Money(Int128($0), currency).decimal },
      vatRate: row.vat?.units(places: 4) ?? 0, net: Money(Int128(net), currency))
    return SystemLine(
      line: line, unit: row.unit, expenseEntry: row.expenseEntryID.map { String($0) })
  }

  private func currency(_ code: String?, of what: String) throws(SystemFailure) -> Currency {
    guard let currency = code.flatMap({ Currency($0) }) else {
      throw .unreadable("\(what) has no currency that is known")
    }
    return currency
  }

  private func need<Value>(
    _ value: Value?, _ element: String, of what: String
  ) throws(SystemFailure) -> Value {
    guard let value else { throw .unreadable("\(what) has no \(element)") }
    return value
  }
}

extension APIPeriod {
  /// Its first day, where it says one: `2023-04` is that of its month.
  fileprivate var start: CalendarDate? {
    switch self {
    case .days(let start, _): start
    case .text(let text):
      CalendarDate(Array(text.utf8.prefix(10)).span)
        ?? CalendarDate((Array(text.utf8.prefix(7)) + Array("-01".utf8)).span)
    }
  }
}
