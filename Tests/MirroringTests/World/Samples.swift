import Invoicing

@testable import Mirroring

/// Values that the tests share: one received invoice of 1000.00 + 250.00 SEK, and what is its.
enum Samples {
  static let day = date("2023-04-03")

  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(Array(text.utf8).span) else { preconditionFailure(text) }
    return date
  }

  static func moment(_ text: String) -> Moment {
    guard let moment = Moment(Array(text.utf8).span) else { preconditionFailure(text) }
    return moment
  }

  static func sek(_ minorUnits: Int128) -> Money {
    guard let currency = Currency("SEK") else { preconditionFailure("SEK") }
    return Money(minorUnits, currency)
  }

  static func received(
    _ id: String = "R1", status: ReceivedStatus = .booked, isProcessed: Bool = false,
    mirrorIDs: [String] = [], files: [FileContent] = []
  ) -> ReceivedReading {
    ReceivedReading(
      invoice: ReceivedInvoice(
        id: id, supplier: "Konsult A", number: "17", kind: .invoice, issueDate: day,
        dueDate: date("2023-05-03"), net: sek(100_000), vat: sek(25_000), gross: sek(125_000),
        status: status),
      isProcessed: isProcessed, mirrorIDs: mirrorIDs, files: files)
  }

  static func line(
    _ number: Int = 1, _ kind: LineKind = .service, net: Int128 = 100_000, entry: String? = nil
  ) -> BilledLine {
    BilledLine(
      line: InvoiceLine(
        line: number, kind: kind, description: "work \(number)", quantity: "1",
        unitPrice: Money(net, sek(0).currency).decimal, vatRate: 250_000, net: sek(net)),
      unit: "h", expenseEntry: entry)
  }

  static func source(
    _ id: String = "B1", status: SourceStatus = .sent, customer: String? = "K",
    lines: [BilledLine] = [line()], gross: Int128 = 125_000
  ) -> SourceReading {
    SourceReading(
      id: id, kind: .invoice, issueDate: day, net: sek(gross * 4 / 5), vat: sek(gross / 5),
      gross: sek(gross), status: status, customerReference: customer, delivered: nil, lines: lines)
  }

  static let customer = CustomerReading(id: "7", name: "Kund K", isActive: true)

  static func sent(
    _ id: String = "S1", mirrorOf: String? = "R1", status: SentStatus = .draft,
    customer: String = "Kund K", gross: Int128 = 125_000, notes: [CreditNoteReading] = [],
    attachments: [Attachment] = [], remaining: Int128? = nil
  ) -> SentReading {
    SentReading(
      invoice: SentInvoice(
        id: id, number: status == .draft ? nil : "N\(id)", customer: customer, kind: .invoice,
        issueDate: date("2023-05-10"), dueDate: date("2023-06-09"), net: sek(gross * 4 / 5),
        vat: sek(gross / 5), gross: sek(gross), status: status, mirrorOf: mirrorOf),
      lines: [], attachments: attachments, remaining: remaining.map(sek), creditNotes: notes)
  }

  static func note(_ id: String, gross: Int128 = -125_000, status: SentStatus = .booked)
    -> CreditNoteReading
  {
    CreditNoteReading(id: id, gross: sek(gross), status: status, mirrorOf: nil)
  }

  static func file(_ name: String, _ digest: Character) -> FileContent {
    FileContent(name: name, sha256: String(repeating: digest, count: 64), data: [1, 2, 3])
  }

  static let body = CreateBody(
    bytes: Array("<client-invoice/>".utf8), contentType: "application/xml")
}
