internal import EconomyAPI

/// An answer as it goes onto the wire, without the wire.
struct WireAnswer {
  var status: Int
  var format: WireFormat
  var body: [UInt8]
  var headers: [(name: String, value: String)] = []

  init(status: Int = 200, _ format: WireFormat, _ body: [UInt8]) {
    self.status = status
    self.format = format
    self.body = body
  }

  init(_ refusal: Refusal, _ format: WireFormat) {
    let failure = APIFailure(code: refusal.code, message: refusal.message)
    self.init(status: refusal.status, format, MessageForm.error.encode(failure, as: format))
    if let seconds = refusal.retryAfter { headers.append(("Retry-After", "\(seconds)")) }
  }

  init(_ answer: Answer, _ format: WireFormat, marksReplays: Bool) {
    if case .refused(let refusal) = answer {
      self.init(refusal, format)
      return
    }
    self.init(format, Self.body(of: answer, format))
    if case .created(_, replayed: true) = answer, marksReplays {
      headers.append(("Idempotent-Replayed", "true"))
    }
  }

  init(_ truth: ListPart<TruthEvent>, _ format: WireFormat) {
    self.init(format, Self.list(.truthEvent, truth, format, APITruthEvent.init))
  }

  private static func body(of answer: Answer, _ format: WireFormat) -> [UInt8] {
    switch answer {
    case .info(let info): MessageForm.companyInformation.encode(info, as: format)
    case .users(let part): list(.user, part, format) { $0 }
    case .user(let user): MessageForm.user.encode(user, as: format)
    case .parties(.supplier, let part): list(.supplier, part, format) { $0 }
    case .parties(.client, let part): list(.client, part, format) { $0 }
    case .party(.supplier, let party): MessageForm.supplier.encode(party, as: format)
    case .party(.client, let party): MessageForm.client.encode(party, as: format)
    case .supplierInvoices(let part): list(.supplierInvoice, part, format) { $0 }
    case .supplierInvoice(let invoice): MessageForm.supplierInvoice.encode(invoice, as: format)
    case .clientInvoices(let part): list(.clientInvoice, part, format, \.asAnswered)
    case .clientInvoice(let invoice):
      MessageForm.clientInvoice.encode(invoice.asAnswered, as: format)
    case .expense(let entry): MessageForm.expense.encode(entry, as: format)
    case .created(let id, _): MessageForm.created.encode(APICreated(id: id), as: format)
    case .deleted: MessageForm.deleted.encode(APIDeleted(), as: format)
    case .refused: preconditionFailure("a refusal is written before")
    }
  }

  private static func list<Item, Message>(
    _ form: MessageForm<Message>, _ part: ListPart<Item>, _ format: WireFormat,
    _ message: (Item) -> Message
  ) -> [UInt8] {
    let page = ListPage(offset: part.page.offset, limit: part.page.limit, size: part.size)
    return form.encode(MessageList(part.items.map(message), page: page), as: format)
  }
}

extension APITruthEvent {
  init(_ event: TruthEvent) {
    self.init()
    number = event.number
    at = event.at
    verb = event.endpoint.verb.rawValue
    resource = event.endpoint.resource.rawValue
    deed = event.deed.rawValue
    subject = event.subject
    foreignID = event.foreignID
    meantFor = event.meantFor
    key = event.key
    status = event.status.map(Int64.init)
    fault = event.fault?.rawValue
    delivery = event.delivery.word
    delayMilliseconds = event.delivery.milliseconds.map(Int64.init)
    deleted = event.deleted
  }
}
