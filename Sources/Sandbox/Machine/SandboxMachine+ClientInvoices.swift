internal import EconomyAPI
internal import Invoicing

extension SandboxMachine {
  mutating func create(
    _ invoice: ClientInvoice, _ key: IdempotencyKey?
  ) throws(Refusal) -> Answer {
    guard let key, settings.idempotency.retention != .none else {
      return .created(try make(invoice), replayed: false)
    }
    if let record = companies[course.company]?.keys[key.text],
      !settings.idempotency.hasForgotten(record.usedAt, at: now)
    {
      return try replay(record, key)
    }
    let id = try make(invoice)
    let runsUntil = course.fault(.slow).map {
      now.adding(microseconds: Int64($0.milliseconds) * 1000)
    }
    let record = KeyRecord(
      fingerprint: key.fingerprint, invoice: id, usedAt: now, runsUntil: runsUntil)
    keep(.key(company: course.company, key.text, record))
    return .created(id, replayed: false)
  }

  private mutating func replay(
    _ record: KeyRecord, _ key: IdempotencyKey
  ) throws(Refusal) -> Answer {
    course.subject = record.invoice
    if settings.idempotency.isStrict {
      guard record.fingerprint == key.fingerprint else { throw .reusedKey }
      if let until = record.runsUntil, until > now { throw .runningKey }
    }
    let invoice = companies[course.company]?.clientInvoices[record.invoice]?.invoice
    if settings.idempotency.isCurrent, invoice == nil { throw .goneResult(record.invoice) }
    course.did(.replayed, record.invoice, foreignID: invoice?.foreignID)
    return .created(record.invoice, replayed: true)
  }

  /// Makes a draft; what the system itself says of an invoice is not the client's to say.
  private mutating func make(_ given: ClientInvoice) throws(Refusal) -> Int64 {
    guard given.clientID != nil else {
      throw .outOfRange("client-ref/id", "a client-invoice needs a client")
    }
    var invoice = given
    let date = given.invoiceDate ?? now.date
    invoice.invoiceNumber = nil
    invoice.creditInvoices = nil
    invoice.invoiceDate = date
    invoice.dueDate = given.dueDate ?? date.adding(days: 30)
    invoice.currency = given.currency ?? books.state.info.currency
    invoice.certified = false
    invoice.sent = false
    invoice.disabled = given.disabled ?? false
    invoice.created = now
    invoice.rows = given.rows ?? []
    try check(invoice)
    invoice.remaining = try gross(of: invoice)
    let id = counters.next(\.clientInvoice)
    invoice.id = id
    number(&invoice.rows, known: [])
    let listedFrom = course.fault(.staleList).map {
      now.adding(microseconds: Int64($0.seconds) * 1_000_000)
    }
    let stored = StoredClientInvoice(invoice, listedFrom: listedFrom)
    keep(.clientInvoice(company: course.company, stored))
    linkCredited(by: invoice) { $0.append(id) }
    course.did(.created, id, foreignID: invoice.foreignID)
    return id
  }

  mutating func update(_ id: Int64, _ change: ClientInvoice) throws(Refusal) -> Answer {
    var stored = try find(id, "client-invoice", \.clientInvoices)
    var updated = stored.invoice.updated(by: change)
    if stored.invoice.certified == true {
      if let element = stored.invoice.firstLocked(in: updated) {
        throw .conflict(
          "client-invoice \(id) is certified: \(element) cannot be changed any more, only "
            + "foreign-id, notes, files and disabled; credit it and make another")
      }
      updated.rows = stored.invoice.rows
    } else {
      try check(updated)
      updated.remaining = try gross(of: updated)
      number(&updated.rows, known: (stored.invoice.rows ?? []).compactMap(\.id))
    }
    stored.invoice = updated
    keep(.clientInvoice(company: course.company, stored))
    course.did(.updated, id, foreignID: updated.foreignID)
    return .clientInvoice(updated)
  }

  mutating func delete(_ id: Int64) throws(Refusal) -> Answer {
    var invoice = try find(id, "client-invoice", \.clientInvoices).invoice
    guard invoice.certified != true || settings.allowsDeletingCertified else {
      throw .conflict("client-invoice \(id) is certified: it cannot be deleted, only credited")
    }
    keep(.deletedClientInvoice(company: course.company, id))
    linkCredited(by: invoice) { $0.removeAll { $0 == id } }
    course.did(.deleted, id, foreignID: invoice.foreignID)
    invoice.files = nil
    course.deleted = invoice
    return .deleted
  }

  /// Gross in minor units, by the API's arithmetic.
  func gross(of invoice: ClientInvoice) throws(Refusal) -> Int64 {
    do throws(TotalsFault) {
      return try InvoiceTotals(invoice.rows ?? []).gross
    } catch {
      throw Refusal(422, "out-of-range", "\(error)")
    }
  }

  /// Gives ids to rows, new ones to those that come without one that the invoice knows.
  private mutating func number(_ rows: inout [ClientInvoiceRow]?, known: [Int64]) {
    guard var numbered = rows else { return }
    var free = Set(known)
    for i in numbered.indices {
      if let id = numbered[i].id, free.remove(id) != nil { continue }
      numbered[i].id = counters.next(\.row)
    }
    rows = numbered
  }

  /// Changes the list of credit notes of the invoice that this one credits.
  private mutating func linkCredited(
    by note: ClientInvoice, _ change: (inout [Int64]) -> Void
  ) {
    guard let number = note.debitInvoiceNumber,
      let credited = companies[course.company]?.invoiceIDs[number],
      var stored = companies[course.company]?.clientInvoices[credited]
    else { return }
    var notes = stored.invoice.creditInvoices ?? []
    change(&notes)
    stored.invoice.creditInvoices = notes.isEmpty ? nil : notes
    keep(.clientInvoice(company: course.company, stored))
  }
}
