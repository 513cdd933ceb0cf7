internal import EconomyAPI
internal import Invoicing

extension SandboxMachine {
  /// Books a draft: it gets the next number.
  mutating func certify(_ id: Int64) throws(Refusal) -> Answer {
    var stored = try find(id, "client-invoice", \.clientInvoices)
    guard stored.invoice.certified != true else {
      throw .conflict("client-invoice \(id) is certified already")
    }
    guard stored.invoice.disabled != true else {
      throw .conflict("client-invoice \(id) is disabled")
    }
    var state = books.state
    stored.invoice.invoiceNumber = String(state.nextInvoiceNumber)
    stored.invoice.certified = true
    state.nextInvoiceNumber += 1
    keep(.company(course.company, state))
    return acted(stored, .certified)
  }

  /// Sends a certified one; it may be sent again.
  mutating func send(_ id: Int64) throws(Refusal) -> Answer {
    var stored = try certified(id, "sent")
    stored.invoice.sent = true
    return acted(stored, .sent)
  }

  /// Pays all that remains.
  mutating func pay(_ id: Int64) throws(Refusal) -> Answer {
    var stored = try certified(id, "paid")
    guard stored.invoice.remaining != 0 else {
      throw .conflict("client-invoice \(id) is paid already")
    }
    stored.invoice.remaining = 0
    return acted(stored, .paid)
  }

  /// Makes a draft of a credit note over the whole invoice.
  ///
  /// What remains to be paid of the invoice stays: note and invoice stand against each other. The
  /// note has no `foreign-id`, since it mirrors nothing.
  mutating func credit(_ id: Int64) throws(Refusal) -> Answer {
    let stored = try certified(id, "credited")
    let invoice = stored.invoice
    guard invoice.debitInvoiceNumber == nil else {
      throw .conflict("client-invoice \(id) is a credit note itself")
    }
    guard try !isCredited(invoice) else {
      throw .conflict("client-invoice \(id) is credited in full already")
    }
    var note = invoice
    let days = invoice.dueDate?.days(since: invoice.invoiceDate ?? now.date) ?? 30
    note.id = counters.next(\.clientInvoice)
    note.invoiceNumber = nil
    note.debitInvoiceNumber = invoice.invoiceNumber
    note.creditInvoices = nil
    note.foreignID = nil
    note.invoiceDate = now.date
    note.dueDate = now.date.adding(days: days)
    note.certified = false
    note.sent = false
    note.notes = "Credit note of invoice \(invoice.invoiceNumber ?? "")"
    note.created = now
    note.files = nil
    note.rows = try negated(invoice.rows)
    note.remaining = try gross(of: note)
    keepCreditNote(note, of: stored)
    course.did(.credited, note.id)
    return .created(note.id ?? 0, replayed: false)
  }

  private mutating func keepCreditNote(_ note: ClientInvoice, of stored: StoredClientInvoice) {
    var credited = stored
    credited.invoice.creditInvoices =
      (stored.invoice.creditInvoices ?? []) + [note.id].compactMap(\.self)
    keep(.clientInvoice(company: course.company, StoredClientInvoice(note)))
    keep(.clientInvoice(company: course.company, credited))
  }

  /// Whether its credit notes, drafts of them too, reach its gross.
  private func isCredited(_ invoice: ClientInvoice) throws(Refusal) -> Bool {
    let notes = (invoice.creditInvoices ?? []).compactMap {
      companies[course.company]?.clientInvoices[$0]?.invoice
    }.filter { $0.disabled != true }
    var rest = try Int128(gross(of: invoice))
    let gross = rest
    for note in notes { rest += try Int128(self.gross(of: note)) }
    return gross >= 0 ? !notes.isEmpty && rest <= 0 : !notes.isEmpty && rest >= 0
  }

  private mutating func negated(
    _ rows: [ClientInvoiceRow]?
  ) throws(Refusal) -> [ClientInvoiceRow] {
    var negated = rows ?? []
    for i in negated.indices {
      negated[i].id = counters.next(\.row)
      if negated[i].quantity == nil { negated[i].quantity = DecimalNumber(digits: 1) }
      negated[i].quantity?.digits.negate()
    }
    return negated
  }

  private func certified(_ id: Int64, _ deed: String) throws(Refusal) -> StoredClientInvoice {
    let stored = try find(id, "client-invoice", \.clientInvoices)
    guard stored.invoice.certified == true else {
      throw .conflict("client-invoice \(id) is a draft: only a certified one is \(deed)")
    }
    guard stored.invoice.disabled != true else {
      throw .conflict("client-invoice \(id) is disabled")
    }
    return stored
  }

  private mutating func acted(_ stored: StoredClientInvoice, _ deed: TruthEvent.Deed) -> Answer {
    keep(.clientInvoice(company: course.company, stored))
    course.did(deed, stored.invoice.id, foreignID: stored.invoice.foreignID)
    return .clientInvoice(stored.invoice)
  }
}
