internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import Sandbox

/// An engine of old: it looks at its list, creates, and ticks what it believes in.
///
/// It is a fault of the world, no rule of ours: it never looks before it creates, never reads
/// back, and its key, where it has one, names no intent.
extension World {
  mutating func oldRun(_ keys: Happening.OldKeys, _ dice: inout Dice) {
    for received in books.supplierInvoices() {
      guard let id = received.id, received.foreignID != "processed", received.disabled != true,
        let company = books.supplierIDs.first(where: { $0.value == received.supplierID })?.key,
        let source = books.clientInvoices(of: company).first(where: {
          $0.invoiceNumber == received.referenceNumber
        })
      else { continue }
      now = now.adding(microseconds: 1_000_000)
      var mirror = oldMirror(of: id, source, company)
      if has(.botch), dice.chance(12) { botch(&mirror, &dice) }
      guard let made = oldCreate(mirror, id, oldKey(keys, received), &dice) else { continue }
      if has(.crash), dice.chance(script.nature.faultRate / 4) { return }
      oldTick(id, made == 0 ? nil : made)
    }
  }

  private func oldKey(_ keys: Happening.OldKeys, _ received: SupplierInvoice) -> String? {
    switch keys {
    case .none: nil
    case .printedNumber: received.referenceNumber
    case .receivedID: received.id.map { "\($0)" }
    }
  }

  private func oldMirror(
    of received: Int64, _ source: ClientInvoice, _ company: Int64
  ) -> ClientInvoice {
    var mirror = ClientInvoice()
    mirror.foreignID = script.nature.oldEnginesMark ? "\(received)" : nil
    mirror.clientID = books.parties(.client).first { $0.foreignID == source.poNumber }?.id
    mirror.invoiceDate = now.date
    mirror.currency = source.currency
    var files: [APIFile] = []
    var rows: [ClientInvoiceRow] = []
    for var row in source.rows ?? [] {
      if let entry = row.expenseEntryID {
        guard let receipts = books.receipts(entry, of: company) else { continue }
        files += receipts
      }
      row.id = nil
      row.expenseEntryID = nil
      rows.append(row)
    }
    mirror.rows = rows
    mirror.files = files.isEmpty ? nil : files
    return mirror
  }

  private func botch(_ mirror: inout ClientInvoice, _ dice: inout Dice) {
    switch dice.below(6) {
    case 0: mirror.rows?[0].price? += 1_300
    case 1: mirror.rows = mirror.rows.map { Array($0.prefix(1)) }
    case 2: mirror.files = nil
    case 3: mirror.clientID = dice.pick(books.customers)
    case 4: mirror.rows?[0].vat = DecimalNumber(digits: 12)
    default: mirror.currency = mirror.currency == "SEK" ? "NOK" : "SEK"
    }
  }

  /// What was made, or is believed to have been.
  ///
  /// 0 where it has no id; nil: nothing was.
  private mutating func oldCreate(
    _ mirror: ClientInvoice, _ received: Int64, _ key: String?, _ dice: inout Dice
  ) -> Int64? {
    for _ in 1...3 {
      let at = now
      let fate = oldFate(&dice)
      let operation = Operation.createClientInvoice(
        mirror, key: key.map { IdempotencyKey($0, fingerprint: Self.fingerprint(mirror)) })
      let answer = fate == .lostRequest ? nil : books.receive(operation, at: now).answer
      now = now.adding(microseconds: fate == nil ? 400_000 : 31_000_000)
      if fate != nil {
        note(received, key, at, .timeout, nil)
        if has(.credulous), dice.chance(20) { return 0 }
        continue
      }
      switch answer {
      case .created(let id, _)?:
        note(received, key, at, .created, id)
        return id
      case .refused(let refusal)?:
        note(received, key, at, refusal.status == 500 ? .failed : .conflict, nil)
        return nil
      default: return nil
      }
    }
    return nil
  }

  private static func fingerprint(_ mirror: ClientInvoice) -> String {
    let bytes = MessageForm.clientInvoice.encode(mirror, as: .xml)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func oldFate(_ dice: inout Dice) -> Trouble? {
    guard dice.chance(script.nature.faultRate / 2) else { return nil }
    return dice.pickIfAny([Trouble.lostRequest, .lostAnswer].filter(has))
  }

  private mutating func note(
    _ received: Int64, _ key: String?, _ at: Moment, _ outcome: AttemptOutcome, _ made: Int64?
  ) {
    let attempt = Attempt(
      receivedID: "\(received)", idempotencyKey: key, attemptedAt: at, outcome: outcome,
      sentID: made.map { "\($0)" })
    journal.append(.answered(attempt, mayExist: outcome == .timeout), isForeign: true)
    trace.tell(
      now, UInt64(received),
      "  old engine: \(received) \(outcome.name) \(made.map { "\($0)" } ?? "")")
  }

  private mutating func oldTick(_ received: Int64, _ made: Int64?) {
    var flag = SupplierInvoice()
    flag.foreignID = "processed"
    flag.clientInvoiceIDs = made.map { [$0] }
    order(.updateSupplierInvoice(received, flag))
    now = now.adding(microseconds: 300_000)
  }
}
