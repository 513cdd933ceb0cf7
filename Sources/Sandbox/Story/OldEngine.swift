internal import EconomyAPI
internal import Invoicing

/// The engine of the story: it looks at its list, creates, and ticks what it believes in.
///
/// It is the fault that the story shows. It never reads back, and its key names the received
/// invoice where it should name the intent.
struct OldEngine: Sendable {
  enum Keys: Sendable { case none, printedNumber, receivedID }

  var keys = Keys.none
  /// For a while somebody had it take a timeout for a success, against the duplicates.
  var takesTimeoutForDone = false
  /// Its tries, as its journal has them.
  private(set) var attempts: [Attempt] = []
  /// Which mirror it believes to have made, by received invoice.
  private(set) var mirrors: [Int64: Int64] = [:]
  let office: StoryOffice

  init(_ office: StoryOffice) { self.office = office }

  /// One run over the list; false where it died on the way.
  mutating func run(
    _ system: StorySystem, _ troubles: [Int64: Trouble] = [:], _ botches: [Int64: Botch] = [:]
  ) async throws -> Bool {
    for received in try await system.wire.supplierInvoices(company: StoryCast.group) {
      guard let id = received.id, received.foreignID != "processed", received.disabled != true,
        let company = office.companies[received.supplierID ?? 0]
      else { continue }
      system.clock.pass(seconds: 1)
      guard let source = try await source(of: received, company, system) else { continue }
      let mirror = try await mirror(of: id, source, company, botches[id], system)
      let key = key(of: received)
      guard let made = try await create(mirror, of: id, key, system, troubles[id]) else { continue }
      if troubles[id] == .crash { return false }
      if troubles[id] == .flagFails { await system.failNextFlag() }
      try await tick(id, made, system)
    }
    return true
  }

  private func key(of received: SupplierInvoice) -> String? {
    switch keys {
    case .none: nil
    case .printedNumber: received.referenceNumber
    case .receivedID: received.id.map { "\($0)" }
    }
  }

  private func source(
    of received: SupplierInvoice, _ company: Int64, _ system: StorySystem
  ) async throws -> ClientInvoice? {
    let number = received.referenceNumber ?? ""
    let found = try await system.wire.clientInvoices(company: company, query: "query=\(number)")
    return found.first { $0.invoiceNumber == number }
  }

  private func mirror(
    of received: Int64, _ source: ClientInvoice, _ company: Int64, _ botch: Botch?,
    _ system: StorySystem
  ) async throws -> ClientInvoice {
    var rows: [ClientInvoiceRow] = []
    var entries: [Bool] = []
    var files: [APIFile] = []
    for var row in source.rows ?? [] {
      if let entry = row.expenseEntryID {
        guard let expense = try await system.wire.expense(entry, company: company) else { continue }
        files += expense.files ?? []
      }
      entries.append(row.expenseEntryID != nil)
      row.id = nil
      row.expenseEntryID = nil
      rows.append(row)
    }
    var mirror = office.mirror(of: received, source, on: system.clock.now.date)
    mirror.rows = rows
    mirror.files = files.isEmpty ? nil : files
    let other = office.customer(after: source.poNumber ?? "")
    botch?.spoil(&mirror, entries: entries, otherCustomer: other)
    return mirror
  }

  /// What was made, or is believed to have been (0: it has no id); nil where nothing was.
  private mutating func create(
    _ mirror: ClientInvoice, of received: Int64, _ key: String?, _ system: StorySystem,
    _ trouble: Trouble?
  ) async throws -> Int64? {
    for count in 1...3 {
      let start = system.clock.now
      do {
        let made = try await system.create(
          mirror, company: StoryCast.group, key: key, struckBy: trouble?.fault(atTry: count))
        note(received, key, start, made == nil ? .timeout : .created, made)
        system.clock.pass(seconds: made == nil ? 30 : 1)
        if let made { return made }
        if takesTimeoutForDone { return 0 }
        system.clock.pass(seconds: 10)
      } catch let refusal as StoryRefusal where refusal.status == 500 {
        note(received, key, start, .failed, nil)
        system.clock.pass(seconds: 20)
      }
    }
    return nil
  }

  private mutating func note(
    _ received: Int64, _ key: String?, _ at: Moment, _ outcome: AttemptOutcome, _ made: Int64?
  ) {
    attempts.append(
      Attempt(
        receivedID: "\(received)", idempotencyKey: key, attemptedAt: at, outcome: outcome,
        sentID: made.map { "\($0)" }))
  }

  private mutating func tick(_ received: Int64, _ made: Int64, _ system: StorySystem) async throws {
    var flag = SupplierInvoice()
    flag.foreignID = "processed"
    flag.clientInvoiceIDs = made == 0 ? nil : [made]
    mirrors[received] = made == 0 ? nil : made
    do {
      try await system.wire.update(received, flag, company: StoryCast.group)
    } catch let refusal as StoryRefusal where refusal.status == 500 {
      return
    }
    system.clock.pass(seconds: 1)
  }
}
