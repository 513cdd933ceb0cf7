import Invoicing
import Testing

/// Books written out in a test, by hand.
struct TestBooks {
  var draft: BooksDraft

  init(takenAt: String, group: String = "Gruppen AB", coversFrom: String? = nil) throws {
    draft = BooksDraft(
      header: ExtractHeader(
        group: group, takenAt: try Self.moment(takenAt),
        coversFrom: try coversFrom.map { try Self.date($0) }, companies: nil,
        sha256: String(repeating: "c", count: 64)))
  }

  var books: Books { Books(draft) }

  func received(_ id: String, gross: Int64 = 125_00, currency: String = "SEK") throws -> Self {
    var copy = self
    let row = UInt32(draft.received.count + 1)
    try copy.append(
      \.received.invoices, id: id, row: row, date: "2023-04-03", gross: gross, currency: currency)
    copy.draft.received.supplier.append(copy.draft.texts.intern("Konsult A"))
    copy.draft.received.dueDate.append(nil)
    copy.draft.received.status.append(.booked)
    return copy
  }

  func sent(
    _ id: String, gross: Int64 = 125_00, currency: String = "SEK", date: String = "2023-04-03"
  ) throws -> Self {
    var copy = self
    let row = UInt32(draft.sent.count + 1)
    try copy.append(
      \.sent.invoices, id: id, row: row, date: date, gross: gross, currency: currency)
    copy.draft.sent.customer.append(copy.draft.texts.intern("Kund K"))
    copy.draft.sent.dueDate.append(nil)
    copy.draft.sent.status.append(.sent)
    copy.draft.sent.credits.append(.absent)
    copy.draft.sent.reference.append(.absent)
    copy.draft.sent.mirrorOf.append(.absent)
    copy.draft.sent.idempotencyKey.append(.absent)
    copy.draft.sent.createdAt.append(nil)
    copy.draft.sent.endedAt.append(nil)
    return copy
  }

  /// A link of the sent and the received invoice with these ids.
  func link(_ sent: String, _ received: String) throws -> Link {
    let sentPlace = draft.sent.invoices.id.firstIndex { draft.texts.string($0) == sent }
    let receivedPlace = draft.received.invoices.id
      .firstIndex { draft.texts.string($0) == received }
    return Link(
      sent: try #require(sentPlace), received: try #require(receivedPlace), step: .claim,
      field: .flag, value: draft.sent.invoices.id[try #require(sentPlace)])
  }

  private mutating func append(
    _ ledger: WritableKeyPath<BooksDraft, InvoiceColumns>, id: String, row: UInt32,
    date: String, gross: Int64, currency: String
  ) throws {
    var columns = draft[keyPath: ledger]
    columns.id.append(draft.texts.intern(id))
    columns.number.append(draft.texts.intern("N-\(id)"))
    columns.kind.append(.invoice)
    columns.issueDate.append(try Self.date(date))
    columns.currency.append(try #require(Currency(currency)))
    columns.net.append(gross)
    columns.vat.append(0)
    columns.rounding.append(0)
    columns.gross.append(gross)
    columns.document.append(.absent)
    columns.row.append(row)
    draft[keyPath: ledger] = columns
  }

  private static func date(_ text: String) throws -> CalendarDate {
    let date = CalendarDate(Array(text.utf8).span)
    return try #require(date)
  }

  private static func moment(_ text: String) throws -> Moment {
    let moment = Moment(Array(text.utf8).span)
    return try #require(moment)
  }
}
