internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import Sandbox

@testable import EconomySystems
@testable import Engine

/// The connector without a wire: the translation is PE's own, the requests are those that it
/// sends, all at one moment.
extension EconomyBooks {
  static let fields = PEFields()
  static let translation = PETranslation(fields: fields)

  /// Carries out what arrives; a fault strikes the first request of the wire.
  mutating func perform(
    _ request: SystemRequest, at now: Moment, fault: Fault?
  ) -> Result<SystemAnswer, RequestFailure> {
    var asking = Asking(now: now, fault: fault)
    do throws(SystemFailure) {
      return .success(try answer(request, &asking))
    } catch {
      return .failure(error.forMachine)
    }
  }

  private struct Asking {
    let now: Moment
    var fault: Fault?
  }

  private mutating func ask(
    _ operation: Operation, of company: Int64 = group, _ asking: inout Asking
  ) throws(SystemFailure) -> Answer? {
    let step = receive(operation, of: company, at: asking.now, fault: asking.fault)
    asking.fault = nil
    guard case .refused(let refusal) = step.answer else { return step.answer }
    if refusal.status == 404, operation.endpoint.verb == .get { return nil }
    let failure = APIFailure(code: refusal.code, message: refusal.message)
    let answer = PEAnswer(
      status: refusal.status, contentType: WireFormat.xml.contentType,
      retryAfter: refusal.retryAfter,
      body: MessageForm.error.encode(failure, as: .xml))
    var isCreate = false
    if case .createClientInvoice = operation { isCreate = true }
    throw answer.failure(isCreate: isCreate) ?? .unreadable("status \(refusal.status)")
  }

  private mutating func answer(
    _ request: SystemRequest, _ asking: inout Asking
  ) throws(SystemFailure) -> SystemAnswer {
    switch request {
    case .readReceived, .findSources, .findCustomers, .readExpense, .findMirrors, .readSent:
      return try read(request, &asking)
    case .createMirror(let body, let key): return try create(body, key, &asking)
    case .certify(let id): _ = try ask(.certify(try number(id)), &asking)
    case .send(let id): _ = try ask(.send(try number(id)), &asking)
    case .credit(let id):
      guard case .created(let note, _)? = try ask(.credit(try number(id)), &asking) else {
        return .credited(id: nil)
      }
      return .credited(id: "\(note)")
    case .delete(let id): _ = try ask(.deleteClientInvoice(try number(id)), &asking)
    case .attachFiles(let files, let id):
      var change = ClientInvoice()
      change.files = files.map { APIFile(filename: $0.name, data: $0.data) }
      _ = try ask(.updateClientInvoice(try number(id), change), &asking)
    case .setProcessed(let received, let mirror):
      var change = SupplierInvoice()
      Self.fields.processed.set(PEFields.processedWord, in: &change)
      change.clientInvoiceIDs = [try number(mirror)]
      _ = try ask(.updateSupplierInvoice(try number(received), change), &asking)
    }
    return .done
  }

  private func number(_ id: String) throws(SystemFailure) -> Int64 { try PESystem.existing(id) }

  private mutating func create(
    _ body: CreateBody, _ key: String, _ asking: inout Asking
  ) throws(SystemFailure) -> SystemAnswer {
    guard let invoice = try? MessageForm.clientInvoice.decode(body.bytes, as: .xml) else {
      throw .refused(status: 400, code: "malformed", message: "the body cannot be read")
    }
    let fingerprint = String(decoding: body.bytes, as: UTF8.self)
    let operation = Operation.createClientInvoice(
      invoice, key: IdempotencyKey(key, fingerprint: fingerprint))
    guard case .created(let id, _)? = try ask(operation, &asking) else {
      throw .unreadable("a create has no id")
    }
    return .created(id: "\(id)", replayed: false)
  }

  private mutating func read(
    _ request: SystemRequest, _ asking: inout Asking
  ) throws(SystemFailure) -> SystemAnswer {
    switch request {
    case .readReceived(let id):
      guard let number = Int64(id),
        case .supplierInvoice(let message)? = try ask(.readSupplierInvoice(number), &asking)
      else { return .received(nil) }
      return .received(ReceivedReading(try received(message)))
    case .findSources(let supplier, let number, let kind):
      return .sources(try sources(supplier, number, kind, &asking))
    case .findCustomers(let query):
      _ = try ask(.listParties(.client, .all), &asking)
      let found = parties(.client).filter {
        switch query {
        case .reference(let reference): $0.foreignID == reference
        case .name(let name): $0.name == name
        }
      }
      return .customers(
        found.map {
          CustomerReading(
            id: "\($0.id ?? 0)", name: $0.name ?? "", isActive: $0.active ?? true)
        })
    case .readExpense(let supplier, let entry):
      return .expense(try expense(supplier, entry, &asking))
    case .findMirrors(let id):
      return .mirrors(try mirrors(of: id, &asking))
    case .readSent(let id):
      guard let number = Int64(id) else { return .sent(nil) }
      return .sent(try sent(number, &asking))
    default: preconditionFailure("only what reads is read here")
    }
  }

  private mutating func mirrors(
    of id: String, _ asking: inout Asking
  ) throws(SystemFailure) -> [SentReading] {
    var filter = ClientInvoiceFilter()
    filter.query = id
    filter.leavesOutFiles = true
    guard case .clientInvoices(let list)? = try ask(.listClientInvoices(filter, .all), &asking)
    else { return [] }
    var mirrors: [SentReading] = []
    for message in list.items where Self.fields.mirrorOf.value(in: message) == id {
      if let mirror = try sent(message.id ?? 0, &asking) { mirrors.append(mirror) }
    }
    return mirrors
  }

  private mutating func sent(
    _ id: Int64, _ asking: inout Asking
  ) throws(SystemFailure) -> SentReading? {
    guard case .clientInvoice(let message)? = try ask(.readClientInvoice(id), &asking) else {
      return nil
    }
    return SentReading(try systemSent(message))
  }

  private mutating func sources(
    _ supplier: String, _ number: String, _ kind: InvoiceKind, _ asking: inout Asking
  ) throws(SystemFailure) -> [SourceReading] {
    guard let company = companies[supplier] else { throw .unknownSupplier(supplier) }
    var filter = ClientInvoiceFilter()
    filter.query = number
    let operation = Operation.listClientInvoices(filter, .all)
    guard case .clientInvoices(let list)? = try ask(operation, of: company, &asking) else {
      return []
    }
    var found: [SourceReading] = []
    for message in list.items where message.invoiceNumber == number {
      let source = try self.source(message, supplier, company)
      if source.invoice.kind == kind { found.append(SourceReading(source)) }
    }
    return found
  }

  private mutating func expense(
    _ supplier: String, _ entry: String, _ asking: inout Asking
  ) throws(SystemFailure) -> ExpenseReading {
    guard let company = companies[supplier], let number = Int64(entry) else { return .absent }
    do throws(SystemFailure) {
      guard case .expense(let entry)? = try ask(.readExpense(number), of: company, &asking) else {
        return .absent
      }
      return ExpenseReading(.receipts(PETranslation.files(entry.files)))
    } catch {
      if case .refused(501, _, _) = error { return .mileage }
      throw error
    }
  }
}

/// The books in the words of the trade, as the connector gives them.
extension EconomyBooks {
  func received(_ message: SupplierInvoice) throws(SystemFailure) -> SystemReceived {
    let names = supplierNames
    return try Self.translation.received(
      message, supplier: names[message.supplierID ?? 0] ?? "supplier 0")
  }

  func systemSent(_ message: ClientInvoice) throws(SystemFailure) -> SystemSent {
    var notes: [SystemCreditNote] = []
    for id in message.creditInvoices ?? [] {
      guard let note = clientInvoice(id) else { continue }
      notes.append(try Self.translation.creditNote(note))
    }
    let customer = parties(.client).first { $0.id == message.clientID }?.name ?? ""
    return try Self.translation.sent(
      message, customer: customer, credits: credited(by: message), creditNotes: notes)
  }

  private func credited(by note: ClientInvoice) -> String? {
    guard let number = note.debitInvoiceNumber else { return nil }
    return clientInvoices().first { $0.invoiceNumber == number }?.id.map { "\($0)" }
  }

  func source(
    _ message: ClientInvoice, _ supplier: String, _ company: Int64
  ) throws(SystemFailure) -> SystemSource {
    let reference = Self.fields.endCustomer.value(in: message)
    let customer = parties(.client).first { $0.foreignID == reference }?.name
    let gross = try Self.translation.gross(of: message)
    var credited: Int64 = 0
    var isCredited = false
    for id in message.creditInvoices ?? [] {
      guard let note = clientInvoice(id, of: company), note.disabled != true else { continue }
      credited += try Self.translation.gross(of: note)
      isCredited = gross > 0 ? -credited >= gross : gross < 0 && credited >= -gross
    }
    return try Self.translation.source(
      message, supplier: supplier, customer: customer ?? reference ?? "(no end customer)",
      isCredited: isCredited)
  }
}
