internal import Invoicing

/// Kind, status, currency, issue date and parties of invoices, packed into one number each.
///
/// From the lowest bit on: the kind (1 bit), the status (3), the currency's place in the table of
/// currencies, counted from 0 (8), the issue date in days since 0001-01-01 (22), the due date in
/// days behind that, plus one, or the supplier's place among the parties (10), and the place of
/// the supplier or customer (19). 0 is absent in the last two; all bits set: it does not fit, and
/// stands in the column of its name.
package struct InvoiceHeads {
  private let kinds: [InvoiceKind]
  private let statuses: [UInt8]
  private let currencies: [Currency]
  private let places: [UInt8]
  private let issueDates: [CalendarDate]
  let hasDueDates: Bool
  /// Of a ledger that has them; of the other the suppliers.
  private let dueDates: DateColumn
  private let suppliers: [Text]
  private let parties: [Text]
  private let numbers: TextNumbers
  /// What the party is called: `supplier` or `customer`.
  let partyName: String
  /// All words of the status, for a view.
  let words: [StaticString]

  /// A ledger whose invoices have a due date and one party.
  init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], dueDates: DateColumn, _ partyName: String,
    _ parties: [Text], _ coding: BooksCoding
  ) {
    self.init(invoices, statuses, true, dueDates, [], partyName, parties, coding)
  }

  /// A ledger whose invoices have two parties and no due date.
  init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], suppliers: [Text], customers: [Text],
    _ coding: BooksCoding
  ) {
    self.init(
      invoices, statuses, false, DateColumn(), suppliers, "customer", customers, coding)
  }

  private init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], _ hasDueDates: Bool,
    _ dueDates: DateColumn, _ suppliers: [Text], _ partyName: String, _ parties: [Text],
    _ coding: BooksCoding
  ) {
    kinds = invoices.kind
    self.statuses = statuses.map(\.rawValue)
    currencies = invoices.currency
    places = coding.currencyPlaces
    issueDates = invoices.issueDate
    self.hasDueDates = hasDueDates
    self.dueDates = dueDates
    self.suppliers = suppliers
    self.partyName = partyName
    self.parties = parties
    numbers = coding.parties
    words = Status.allCases.map(\.word)
    precondition(words.count <= 8, "a status has three bits")
  }

  var count: Int { kinds.count }

  @inline(__always)
  subscript(row: Int) -> Int64 {
    let state =
      Int64(kinds[row].rawValue) | Int64(statuses[row]) << 1
      | Int64(places[currencies[row].ordinal]) << 4
    let issued = Int64(issueDates[row].days - InvoiceHead.firstDay)
    let second =
      hasDueDates
      ? Self.code(dueDates[row], issued: issueDates[row])
      : min(numbers[suppliers[row]], InvoiceHead.noSecond)
    let party = min(numbers[parties[row]], InvoiceHead.noParty)
    return state | issued << 12 | Int64(second) << 34 | Int64(party) << 44
  }

  /// A due date that does not fit into the head.
  @inline(__always)
  func distantDueDate(_ row: Int) -> CalendarDate? {
    guard let date = dueDates[row],
      Self.code(date, issued: issueDates[row]) == InvoiceHead.noSecond
    else { return nil }
    return date
  }

  /// The columns of what does not fit, which are not stored where everything does.
  var beyond: [StoredTable.Column] {
    let second: StoredTable.Column =
      hasDueDates
      ? .init(name: "due_date", cells: .distantDueDates(self))
      : .init(name: "supplier", cells: .lateParties(suppliers, numbers, InvoiceHead.noSecond))
    let party = Cells.lateParties(parties, numbers, InvoiceHead.noParty)
    return [second, .init(name: partyName, cells: party)]
  }

  @inline(__always)
  private static func code(_ due: CalendarDate?, issued: CalendarDate) -> UInt32 {
    guard let due else { return 0 }
    let days = due.days(since: issued)
    return days >= 0 && days + 1 < InvoiceHead.noSecond ? UInt32(days) + 1 : InvoiceHead.noSecond
  }
}

/// One number of `InvoiceHeads`, taken apart.
struct InvoiceHead {
  private let bits: Int64

  /// 0001-01-01 in days since 1970-01-01.
  static let firstDay: Int32 = -719_162
  /// Neither a due date nor a supplier that fits.
  static let noSecond: UInt32 = 1023
  static let noParty: UInt32 = 524_287

  init(_ bits: Int64) { self.bits = bits }

  var kind: UInt8 { UInt8(bits & 1) }
  var status: UInt8 { UInt8(bits >> 1 & 7) }
  /// Counted from 0.
  var currency: Int { Int(bits >> 4 & 255) }
  var issueDay: Int64 { (bits >> 12 & 0x3f_ffff) + Int64(Self.firstDay) }
  var second: UInt32 { UInt32(bits >> 34 & 1023) }
  var party: UInt32 { UInt32(bits >> 44 & 524_287) }
}
