internal import Invoicing

/// Reads what the tables of the three ledgers have in common.
struct InvoiceReading<Status: CodedWord>: Sendable {
  private let dictionaries: StoredDictionaries
  private let places: Places
  private var columns = InvoiceColumns()
  private var id = TextColumn()
  private var number = TextColumn()
  private var document = TextColumn()
  private(set) var statuses: [Status] = []

  private struct Places {
    let id, number, head, net, vat, rounding, gross, document, dueDate: Int32
  }

  init(_ columns: StoredColumns, _ dictionaries: StoredDictionaries) {
    self.dictionaries = dictionaries
    places = Places(
      id: columns["id"], number: columns["number"], head: columns["head"], net: columns["net"],
      vat: columns["vat"], rounding: columns["rounding"], gross: columns["gross"],
      document: columns["document"], dueDate: columns["due_date"])
    self.columns.reserve(columns.mostRows)
    id.reserve(columns.mostRows)
    number.reserve(columns.mostRows)
    statuses.reserveCapacity(columns.mostRows)
  }

  /// Reads a row, and hands back what its head says beside.
  @inline(__always)
  mutating func append(_ row: borrowing StoredRecord) throws(BadStoredCell) -> InvoiceHead {
    columns.row.append(try row.rowNumber())
    try id.append(row, places.id)
    if places.number != StoredRecord.absent { try number.append(row, places.number) }
    if places.document != StoredRecord.absent { try document.append(row, places.document) }
    let head = InvoiceHead(try row.integer(places.head))
    guard head.currency < dictionaries.currencies.count,
      let kind = InvoiceKind(rawValue: head.kind), let status = Status(rawValue: head.status),
      StoredRecord.days.contains(head.issueDay)
    else { throw row.bad(places.head, "a kind, a status, a currency and a date") }
    columns.kind.append(kind)
    columns.currency.append(dictionaries.currencies[head.currency])
    statuses.append(status)
    columns.issueDate.append(CalendarDate(days: Int32(head.issueDay)))
    try appendAmounts(row)
    return head
  }

  @inline(__always)
  private mutating func appendAmounts(_ row: borrowing StoredRecord) throws(BadStoredCell) {
    let net = try row.amount(places.net)
    let vat = try row.amount(places.vat)
    let rounding = try row.isNull(places.rounding) ? 0 : row.amount(places.rounding)
    let sum = net + vat + rounding
    columns.net.append(net)
    columns.vat.append(vat)
    columns.rounding.append(rounding)
    columns.gross.append(try row.isNull(places.gross) ? sum : row.amount(places.gross))
  }

  /// The due date that a head has, or the column of those that do not fit.
  @inline(__always)
  func dueDate(
    _ row: borrowing StoredRecord, _ head: InvoiceHead
  ) throws(BadStoredCell) -> CalendarDate? {
    switch head.second {
    case 0: return nil
    case InvoiceHead.noSecond:
      guard places.dueDate != StoredRecord.absent else { throw row.bad(places.head, "a due date") }
      return try row.day(places.dueDate)
    default:
      let day = head.issueDay + Int64(head.second) - 1
      guard StoredRecord.days.contains(day) else { throw row.bad(places.head, "a due date") }
      return CalendarDate(days: Int32(day))
    }
  }

  /// The party whose place a head has, or the column of those that do not fit.
  @inline(__always)
  func party(
    _ row: borrowing StoredRecord, _ place: UInt32, besides none: UInt32, _ column: Int32
  ) throws(BadStoredCell) -> Text {
    if place == 0 { return .absent }
    let isBeyond = place == none
    guard !isBeyond || column != StoredRecord.absent else { throw row.bad(places.head, "a party") }
    let number = isBeyond ? try row.rowNumber(column) : place
    guard number > 0, number <= dictionaries.parties.count else {
      throw row.bad(isBeyond ? column : places.head, "a party")
    }
    return dictionaries.parties[Int(number) - 1]
  }

  /// All that was read.
  consuming func finish(_ texts: inout TextTable) -> InvoiceColumns {
    let rows = columns.row.count
    columns.id = id.finish(&texts)
    columns.number = number.finish(&texts, rows: rows)
    for text in document.finish(&texts, rows: rows) { columns.document.append(text) }
    return columns
  }
}
