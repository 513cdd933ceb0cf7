internal import EconomyAPI
internal import Invoicing

/// What the people of the story do to mirrors by hand.
extension StoryTeller {
  /// Books a draft and sends it.
  func send(_ id: Int64) async throws {
    clock.pass(seconds: 20)
    try await wire.act("certify", on: id, company: StoryCast.group)
    try await wire.act("send", on: id, company: StoryCast.group)
  }

  /// Books and sends all drafts, but for those that are overlooked.
  func sendDrafts(except overlooked: Set<Int64> = []) async throws {
    let drafts = try await wire.clientInvoices(
      company: StoryCast.group, query: "filter=certifiable")
    for id in drafts.compactMap(\.id) where !overlooked.contains(id) { try await send(id) }
  }

  /// The customers pay these, as far as they have got them and nothing was credited.
  func pay(sent ids: [Int64]) async throws {
    let certified = try await wire.clientInvoices(
      company: StoryCast.group, query: "filter=certified")
    for invoice in certified where invoice.remaining != 0 && invoice.creditInvoices == nil {
      guard let id = invoice.id, ids.contains(id) else { continue }
      clock.pass(seconds: 5)
      try await wire.act("pay", on: id, company: StoryCast.group)
    }
  }

  func pay(received ids: [Int64]) async throws {
    for id in ids {
      clock.pass(seconds: 5)
      var payment = SupplierInvoice()
      payment.remaining = 0
      payment.paymentDate = clock.now.date
      try await wire.update(id, payment, company: StoryCast.group)
    }
  }

  func delete(_ id: Int64) async throws {
    clock.pass(seconds: 40)
    try await wire.delete(id, company: StoryCast.group)
  }

  /// Credits the whole invoice, and books the note.
  func credit(_ id: Int64) async throws {
    clock.pass(seconds: 40)
    let note = try await wire.credit(id, company: StoryCast.group)
    try await send(note)
  }

  /// Credits so much of the first row.
  func credit(_ id: Int64, hours: Int64) async throws {
    clock.pass(seconds: 40)
    let credited = try await wire.clientInvoice(id, company: StoryCast.group)
    var note = ClientInvoice()
    note.clientID = credited.clientID
    note.debitInvoiceNumber = credited.invoiceNumber
    note.currency = credited.currency
    note.invoiceDate = clock.now.date
    var row = credited.rows?.first ?? ClientInvoiceRow()
    row.id = nil
    row.quantity = DecimalNumber(digits: -hours)
    note.rows = [row]
    try await send(try await wire.create(note, company: StoryCast.group))
  }

  /// Takes the tick off again, so that the next run makes the mirror anew.
  func untick(_ received: Int64) async throws {
    clock.pass(seconds: 10)
    var flag = SupplierInvoice()
    flag.foreignID = "again"
    try await wire.update(received, flag, company: StoryCast.group)
  }

  func tick(_ received: Int64, _ mirror: Int64?) async throws {
    clock.pass(seconds: 10)
    var flag = SupplierInvoice()
    flag.foreignID = "processed"
    flag.clientInvoiceIDs = mirror.map { [$0] }
    try await wire.update(received, flag, company: StoryCast.group)
  }

  /// The supplier takes its invoice back, and the group cancels it.
  func cancel(_ received: Int64) async throws {
    clock.pass(seconds: 10)
    var change = SupplierInvoice()
    change.disabled = true
    try await wire.update(received, change, company: StoryCast.group)
  }

  /// The supplier cancels an invoice in its own books, and tells nobody.
  func cancelSource(of received: Int64) async throws {
    guard let record = register[received], let id = record.source.id else { return }
    clock.pass(seconds: 10)
    var change = ClientInvoice()
    change.disabled = true
    try await wire.update(id, change, company: record.invoice.company)
  }

  /// Makes a mirror by hand, all lines in it, and sends it.
  @discardableResult
  func makeByHand(
    _ received: Int64, _ change: (inout ClientInvoice) -> Void = { _ in }
  ) async throws -> Int64? {
    guard let record = register[received] else { return nil }
    clock.pass(seconds: 300)
    var mirror = office.mirror(of: received, record.source, on: clock.now.date)
    mirror.rows = record.invoice.lines.map { $0.row(entry: nil) }
    let files = record.invoice.receipts
    mirror.files = files.isEmpty ? nil : files
    change(&mirror)
    let id = try await wire.create(mirror, company: StoryCast.group)
    try await send(id)
    return id
  }
}
