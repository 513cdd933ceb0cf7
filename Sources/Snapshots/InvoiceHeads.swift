internal import Invoicing

/// Kind, status, currency, issue date and parties of invoices, packed into one number each.
///
/// From the lowest bit on: the kind (1 bit), the status (3), the currency's place in the table of
/// currencies, counted from 0 (8), the issue date in days since 0001-01-01 (22), the due date in
/// days behind that, plus one, or the supplier's place among the parties (10), and the place of
/// the supplier or customer (19). 0 is absent in the last two; all bits set: it does not fit, and
/// stands in the column of its name.
package struct InvoiceHeads: Sendable {
  /// One for each invoice.
  let numbers: [Int64]
  let hasDueDates: Bool
  /// Of a ledger that has them; of the other the suppliers.
  private let dueDates: DateColumn
  private let suppliers: [Text]
  private let parties: [Text]
  /// None where all fit.
  private let partyNumbers: TextNumbers
  /// What the party is called: `supplier` or `customer`.
  let partyName: String
  /// All words of the status, for a view.
  let words: [StaticString]
  /// Whether every due date or supplier, and every party, fits.
  private let doAllFit: (second: Bool, party: Bool)

  /// A ledger whose invoices have a due date and one party.
  init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], dueDates: DateColumn, _ partyName: String,
    _ parties: [Text], _ numbers: TextNumbers, _ currencyPlaces: [UInt8]
  ) {
    self.init(
      invoices, statuses, partyName, parties, numbers, currencyPlaces, dueDates: dueDates,
      suppliers: nil)
  }

  /// A ledger whose invoices have two parties and no due date.
  init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], suppliers: [Text], customers: [Text],
    _ numbers: TextNumbers, _ currencyPlaces: [UInt8]
  ) {
    self.init(
      invoices, statuses, "customer", customers, numbers, currencyPlaces,
      dueDates: DateColumn(), suppliers: suppliers)
  }

  private init<Status: CodedWord>(
    _ invoices: InvoiceColumns, _ statuses: [Status], _ partyName: String, _ parties: [Text],
    _ partyNumbers: TextNumbers, _ currencyPlaces: [UInt8], dueDates: DateColumn,
    suppliers: [Text]?
  ) {
    words = Status.allCases.map(\.word)
    precondition(words.count <= 8, "a status has three bits")
    var numbers: [Int64] = []
    numbers.reserveCapacity(invoices.count)
    var doAllFit = (second: true, party: true)
    for row in 0..<invoices.count {
      let state =
        Int64(invoices.kind[row].rawValue) | Int64(statuses[row].rawValue) << 1
        | Int64(currencyPlaces[invoices.currency[row].ordinal]) << 4
      let issueDate = invoices.issueDate[row]
      let second =
        suppliers.map { min(partyNumbers[$0[row]], InvoiceHead.noSecond) }
        ?? InvoiceHead.second(dueDates[row], issued: issueDate)
      let party = min(partyNumbers[parties[row]], InvoiceHead.noParty)
      if second == InvoiceHead.noSecond { doAllFit.second = false }
      if party == InvoiceHead.noParty { doAllFit.party = false }
      let issued = Int64(issueDate.days - InvoiceHead.firstDay)
      numbers.append(state | issued << 12 | Int64(second) << 34 | Int64(party) << 44)
    }
    self.numbers = numbers
    self.doAllFit = doAllFit
    hasDueDates = suppliers == nil
    self.dueDates = dueDates
    self.suppliers = suppliers ?? []
    self.partyName = partyName
    self.parties = parties
    self.partyNumbers = doAllFit.second && doAllFit.party ? TextNumbers() : partyNumbers
  }

  /// What does not fit into the second place of a head: a due date, in days since 1970-01-01, or
  /// the number of a supplier.
  func secondBeyond(_ row: Int) -> Int64? {
    guard InvoiceHead(numbers[row]).second == InvoiceHead.noSecond else { return nil }
    return hasDueDates
      ? dueDates[row].map { Int64($0.days) } : Int64(partyNumbers[suppliers[row]])
  }

  /// The number of a party that does not fit into a head.
  func partyBeyond(_ row: Int) -> Int64? {
    InvoiceHead(numbers[row]).party == InvoiceHead.noParty
      ? Int64(partyNumbers[parties[row]]) : nil
  }

  /// Whether all that the column of what lies beyond would hold stands in the heads.
  var doAllSecondsFit: Bool { doAllFit.second }
  var doAllPartiesFit: Bool { doAllFit.party }

  /// The columns of what does not fit, which are not stored where everything does.
  var beyond: [StoredTable.Column] {
    [
      .init(name: hasDueDates ? "due_date" : "supplier", cells: .secondsBeyond(self)),
      .init(name: partyName, cells: .partiesBeyond(self)),
    ]
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

  /// What stands for a due date: its days behind the issue date, plus one.
  @inline(__always)
  static func second(_ due: CalendarDate?, issued: CalendarDate) -> UInt32 {
    guard let due else { return 0 }
    let days = due.days(since: issued)
    return days >= 0 && days + 1 < noSecond ? UInt32(days) + 1 : noSecond
  }

  init(_ bits: Int64) { self.bits = bits }

  var kind: UInt8 { UInt8(bits & 1) }
  var status: UInt8 { UInt8(bits >> 1 & 7) }
  /// Counted from 0.
  var currency: Int { Int(bits >> 4 & 255) }
  var issueDay: Int64 { (bits >> 12 & 0x3f_ffff) + Int64(Self.firstDay) }
  var second: UInt32 { UInt32(bits >> 34 & 1023) }
  var party: UInt32 { UInt32(bits >> 44 & 524_287) }
}
