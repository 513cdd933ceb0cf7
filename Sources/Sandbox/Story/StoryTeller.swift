internal import EconomyAPI
internal import Invoicing

/// The people of the story: they bill, register, send, pay, delete and mend.
struct StoryTeller: Sendable {
  let system: StorySystem
  let office: StoryOffice
  /// Received invoices by the ids that they got, with what is known of each.
  private(set) var register: [Int64: StoryRecord] = [:]

  init(_ system: StorySystem, _ office: StoryOffice, register: [Int64: StoryRecord] = [:]) {
    self.system = system
    self.office = office
    self.register = register
  }

  var wire: StoryWire { system.wire }
  var clock: StoryClock { system.clock }

  /// The consulting company sends its invoice, and the group registers it the day after.
  ///
  /// - Parameter mistyped: the number that the group's clerk typed instead of the printed one.
  @discardableResult
  mutating func bill(
    _ invoice: StoryInvoice, mistyping mistype: (String) -> String = { $0 }
  ) async throws -> Int64 {
    let source = try await issue(invoice)
    clock.move(to: Moment(invoice.date.adding(days: 1), hour: 8))
    clock.pass(seconds: 60)
    return try await register(invoice, source, as: mistype(source.invoiceNumber ?? ""))
  }

  /// The consulting company's own part of it.
  func issue(_ invoice: StoryInvoice) async throws -> ClientInvoice {
    clock.move(to: Moment(invoice.date, hour: 16))
    clock.pass(seconds: 60)
    let customer = StoryCast.customers[invoice.customer]
    var source = ClientInvoice()
    source.clientID = office.groupAsClient[invoice.company]
    source.invoiceDate = invoice.date
    source.dueDate = invoice.date.adding(days: 30)
    source.currency = customer.currency
    source.poNumber = customer.reference
    source.period = .text(invoice.month)
    source.rows = invoice.rows
    let id = try await wire.create(source, company: invoice.company)
    let body = try await wire.act("certify", on: id, company: invoice.company)
    return try MessageForm.clientInvoice.decode(body, as: .xml)
  }

  mutating func register(
    _ invoice: StoryInvoice, _ source: ClientInvoice, as number: String
  ) async throws -> Int64 {
    let totals = try InvoiceTotals(invoice.rows)
    var received = SupplierInvoice()
    received.supplierID = office.supplier(of: invoice.company)
    received.invoiceDate = invoice.date
    received.dueDate = invoice.date.adding(days: 30)
    received.amount = totals.gross
    received.vat = totals.vat
    received.currency = source.currency
    received.referenceNumber = number
    received.certified = true
    let id = try await wire.create(received, company: StoryCast.group)
    register[id] = StoryRecord(invoice: invoice, source: source)
    return id
  }

  /// The same invoice is booked once more, as if it had come twice.
  mutating func registerAgain(_ received: Int64) async throws {
    guard let record = register[received] else { return }
    clock.pass(seconds: 900)
    _ = try await register(
      record.invoice, record.source, as: record.source.invoiceNumber ?? "")
  }

  /// An invoice of a supplier that is no consulting company: nobody mirrors it.
  func registerOther(_ supplier: String, _ amount: Int64, _ number: String, _ date: CalendarDate)
    async throws
  {
    clock.move(to: Moment(date, hour: 15))
    var received = SupplierInvoice()
    received.supplierID = office.suppliers[supplier]
    received.invoiceDate = date
    received.amount = amount * 125
    received.vat = amount * 25
    received.referenceNumber = number
    received.certified = true
    received.remaining = 0
    _ = try await wire.create(received, company: StoryCast.group)
  }

  /// The group bills work of its own: a mirror of nothing.
  func billOwn(_ customer: Int, _ lines: [StoryLine]) async throws {
    var own = ClientInvoice()
    own.clientID = office.customers[customer]
    own.invoiceDate = clock.now.date
    own.notes = "Own work"
    own.rows = lines.map { $0.row(entry: nil) }
    let id = try await wire.create(own, company: StoryCast.group)
    try await send(id)
  }
}
