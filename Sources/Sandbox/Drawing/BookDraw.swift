package import EconomyAPI
internal import Invoicing

/// Draws a group's books: company 1 received invoices from the consulting companies 2, 3, …, none
/// of them mirrored yet; their sources stand in those companies' books.
///
/// The same size and seed give the same books.
package struct BookDraw: Sendable {
  package static let group: Int64 = 1
  package static let groupName = "Consulting Group"

  package private(set) var machine: SandboxMachine
  /// What was changed since it was last taken.
  private var changes: [Change] = []
  private var random: SeededRandom
  private let count: Int
  private var suppliers: [Int64] = []
  private var customers: [(id: Int64, code: String)] = []
  private var groupClients: [Int64] = []
  private var drawn = 0
  private var receipts = 0

  /// - Parameter companies: how many consulting companies there are, from 1 on.
  package init(
    into machine: SandboxMachine, invoices: Int, companies: Int, seed: UInt64
  ) throws(DrawError) {
    self.machine = machine
    count = invoices
    random = SeededRandom(seed: seed)
    changes += self.machine.open(company: Self.group, named: Self.groupName)
    for place in 0..<companies { try found(place) }
    for place in 0..<max(6, invoices / 40) { try findCustomer(place) }
  }

  /// The consulting companies' names, that of company 2 first.
  package static func companyName(_ place: Int) -> String {
    let names = ["Nord", "Syd", "Väst", "Öst", "Mitt", "Fjäll", "Kust", "Skog"]
    return "Konsult \(place < names.count ? names[place] : "\(place + 1)") AB"
  }

  /// Draws up to so many invoices more; empty: all are drawn.
  package mutating func next(_ most: Int) throws(DrawError) -> [Change] {
    for _ in 0..<min(most, count - drawn) {
      let days = 365 * drawn / max(count, 1)
      let date = Self.firstDay.adding(days: days)
      let invoice = DrawnInvoice(
        on: date, companies: suppliers.count, customers: customers.count, &random)
      try enter(invoice)
      drawn += 1
    }
    defer { changes = [] }
    return changes
  }

  /// 2023-01-02.
  private static let firstDay = CalendarDate(days: 19_359)

  private mutating func found(_ place: Int) throws(DrawError) {
    let company = Self.group + 1 + Int64(place)
    let name = Self.companyName(place)
    changes += machine.open(company: company, named: name)
    suppliers.append(try party(name, nil, .supplier, in: Self.group))
    groupClients.append(try party(Self.groupName, nil, .client, in: company))
  }

  private mutating func findCustomer(_ place: Int) throws(DrawError) {
    let code = "K\(1001 + place)"
    customers.append(
      (try party("Kund \(1001 + place) AB", code, .client, in: Self.group), code))
  }

  /// The party with this name, made where there is none.
  private mutating func party(
    _ name: String, _ code: String?, _ kind: PartyKind, in company: Int64
  ) throws(DrawError) -> Int64 {
    if let id = machine.party(named: name, kind, in: company) { return id }
    var party = APIParty()
    party.name = name
    party.foreignID = code
    return try make(.createParty(kind, party), in: company, on: Self.firstDay)
  }

  private mutating func enter(_ drawn: DrawnInvoice) throws(DrawError) {
    let company = Self.group + 1 + Int64(drawn.company)
    let source = try make(
      .createClientInvoice(source(of: drawn, in: company), key: nil), in: company, on: drawn.date)
    try act(.certify(source), in: company, on: drawn.date)
    try act(.send(source), in: company, on: drawn.date)
    guard let sent = machine.clientInvoice(source, in: company) else { return }
    let received = received(sent, from: suppliers[drawn.company])
    _ = try make(.createSupplierInvoice(received), in: Self.group, on: drawn.date)
  }

  private mutating func source(of drawn: DrawnInvoice, in company: Int64) -> ClientInvoice {
    var invoice = ClientInvoice()
    invoice.clientID = groupClients[drawn.company]
    invoice.poNumber = customers[drawn.customer].code
    invoice.invoiceDate = drawn.date
    invoice.currency = drawn.currency
    invoice.rows = drawn.lines.map { line in
      guard line.kind != .service else { return line.row(entry: nil, isCredit: drawn.isCredit) }
      receipts += 1
      let entry = line.entry(on: drawn.date, currency: drawn.currency, receipt: receipts)
      let (id, entered) = machine.enter(
        entry, isMileage: line.kind == .mileage, company: company)
      changes += entered
      return line.row(entry: id, isCredit: drawn.isCredit)
    }
    return invoice
  }

  /// The same invoice as the group received it.
  private func received(_ sent: ClientInvoice, from supplier: Int64) -> SupplierInvoice {
    var invoice = SupplierInvoice()
    let totals = try? InvoiceTotals(sent.rows ?? [])
    invoice.supplierID = supplier
    invoice.referenceNumber = sent.invoiceNumber
    invoice.invoiceDate = sent.invoiceDate
    invoice.dueDate = sent.dueDate
    invoice.amount = totals?.gross
    invoice.vat = totals?.vat
    invoice.currency = sent.currency
    invoice.certified = true
    return invoice
  }

  private mutating func make(
    _ operation: Operation, in company: Int64, on date: CalendarDate
  ) throws(DrawError) -> Int64 {
    let answer = try act(operation, in: company, on: date)
    guard case .created(let id, _) = answer else {
      preconditionFailure("\(operation.endpoint) was done and made nothing")
    }
    return id
  }

  @discardableResult
  private mutating func act(
    _ operation: Operation, in company: Int64, on date: CalendarDate
  ) throws(DrawError) -> Answer {
    let noon = Moment(microseconds: (Int64(date.days) * 24 + 12) * 3_600_000_000)
    let step = machine.receive(Request(company: company, operation), at: noon)
    changes += step.changes
    if case .refused(let refusal) = step.answer {
      throw DrawError(operation: operation.endpoint.description, refusal: refusal)
    }
    return step.answer
  }
}

extension SandboxMachine {
  /// The first party with this name.
  func party(named name: String, _ kind: PartyKind, in company: Int64) -> Int64? {
    guard let parties = companies[company]?.parties(kind) else { return nil }
    return parties.ids.first { parties[$0]?.name == name }
  }

  /// A client invoice of the books, whoever may see it.
  package func clientInvoice(_ id: Int64, in company: Int64) -> ClientInvoice? {
    companies[company]?.clientInvoices[id]?.invoice
  }
}
