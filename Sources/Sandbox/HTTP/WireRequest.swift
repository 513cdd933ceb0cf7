internal import Digests
internal import EconomyAPI

/// A request as it came over the wire, without the wire.
struct WireRequest {
  /// As on the wire; HEAD stands for GET.
  var method: String
  var path: String
  var query: String?
  var contentType: String?
  var accept: String?
  var idempotencyKey: String?
  /// Nil where it is longer than it may be.
  var body: [UInt8]?

  /// In which the answer is written.
  var answerFormat: WireFormat { .ofAnswer(accept: accept, contentType: contentType) }

  var verb: Verb? { Verb(rawValue: method == "HEAD" ? "GET" : method) }

  /// What is asked of which company; a request that cannot be understood becomes its refusal, so
  /// that it too goes through limits, faults and the truth.
  func request(_ route: Route, _ verb: Verb, _ resource: Resource) -> Request {
    do throws(Refusal) {
      return Request(company: route.company, try operation(route, verb))
    } catch {
      let endpoint = Endpoint(verb, resource)
      return Request(company: route.company, .unreadable(endpoint, error))
    }
  }

  private func operation(_ route: Route, _ verb: Verb) throws(Refusal) -> Operation {
    let query = Query(query)
    switch (verb, route.target) {
    case (.get, .single): return .readInfo
    case (.get, .list(let resource)): return try list(resource, query)
    case (.get, .one(let resource, let id)): return read(resource, id)
    case (.put, .list(let resource)): return try create(resource)
    case (.post, .one(let resource, let id)): return try update(resource, id)
    case (.delete, .one(_, let id)): return .deleteClientInvoice(id)
    default: preconditionFailure("\(route) does not take \(verb)")
    }
  }

  private func list(_ resource: Resource, _ query: Query) throws(Refusal) -> Operation {
    let page = try query.page()
    return switch resource {
    case .user: .listUsers(page)
    case .supplier: .listParties(.supplier, page)
    case .client: .listParties(.client, page)
    case .supplierInvoice:
      .listSupplierInvoices(page, leavesOutFiles: try query.leavesOutFiles())
    default: .listClientInvoices(try query.filter(), page)
    }
  }

  private func read(_ resource: Resource, _ id: Int64) -> Operation {
    switch resource {
    case .user: .readUser(id)
    case .supplier: .readParty(.supplier, id)
    case .client: .readParty(.client, id)
    case .supplierInvoice: .readSupplierInvoice(id)
    case .expense: .readExpense(id)
    default: .readClientInvoice(id)
    }
  }

  private func create(_ resource: Resource) throws(Refusal) -> Operation {
    switch resource {
    case .supplier: .createParty(.supplier, try decode(.supplier))
    case .client: .createParty(.client, try decode(.client))
    case .supplierInvoice: .createSupplierInvoice(try decode(.supplierInvoice))
    default: .createClientInvoice(try decode(.clientInvoice), key: try key())
    }
  }

  private func update(_ resource: Resource, _ id: Int64) throws(Refusal) -> Operation {
    switch resource {
    case .supplier: .updateParty(.supplier, id, try decode(.supplier))
    case .client: .updateParty(.client, id, try decode(.client))
    case .supplierInvoice: .updateSupplierInvoice(id, try decode(.supplierInvoice))
    case .certify: .certify(id)
    case .send: .send(id)
    case .credit: .credit(id)
    case .pay: .pay(id)
    default: .updateClientInvoice(id, try decode(.clientInvoice))
    }
  }

  private func key() throws(Refusal) -> IdempotencyKey? {
    guard let idempotencyKey else { return nil }
    guard !idempotencyKey.isEmpty else {
      throw Refusal(400, "malformed", "Idempotency-Key: it is empty")
    }
    var digest = SHA256Digest()
    digest.update(body ?? [])
    return IdempotencyKey(idempotencyKey, fingerprint: digest.hexDigits())
  }

  private func decode<Message>(_ form: MessageForm<Message>) throws(Refusal) -> Message {
    guard let format = WireFormat.ofBody(contentType: contentType) else {
      throw Refusal(
        415, "unsupported-media-type",
        "Content-Type: '\((contentType ?? "").prefix(80))' is neither XML nor JSON")
    }
    guard let body else { throw .tooLarge }
    do throws(BodyFault) {
      return try form.decode(body, as: format)
    } catch {
      throw Refusal(error.status, error.code, "\(error)")
    }
  }
}

extension Refusal {
  static let tooLarge = Self(
    413, "too-large", "the body has more than \(BodyLimits.request.bytes) bytes")
}
