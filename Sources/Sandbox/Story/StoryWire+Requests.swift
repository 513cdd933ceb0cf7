internal import EconomyAPI

/// What the people and the programs of the story ask of the economy system.
extension StoryWire {
  func create(_ party: APIParty, _ kind: PartyKind, company: Int64) async throws -> Int64 {
    let form = kind == .supplier ? MessageForm.supplier : MessageForm.client
    return try await create(form, party, company: company, kind.rawValue)
  }

  func create(_ invoice: SupplierInvoice, company: Int64) async throws -> Int64 {
    try await create(.supplierInvoice, invoice, company: company, "supplier/invoice")
  }

  func create(
    _ invoice: ClientInvoice, company: Int64, key: String? = nil
  ) async throws -> Int64 {
    try await create(.clientInvoice, invoice, company: company, "client/invoice", key: key)
  }

  func update(_ id: Int64, _ change: SupplierInvoice, company: Int64) async throws {
    let body = MessageForm.supplierInvoice.encode(change, as: .xml)
    _ = try await send(.post, company: company, "supplier/invoice/\(id)", body: body)
  }

  func update(_ id: Int64, _ change: ClientInvoice, company: Int64) async throws {
    let body = MessageForm.clientInvoice.encode(change, as: .xml)
    _ = try await send(.post, company: company, "client/invoice/\(id)", body: body)
  }

  /// One of the four actions on a client invoice: `certify`, `send`, `credit`, `pay`.
  @discardableResult
  func act(_ action: String, on id: Int64, company: Int64) async throws -> [UInt8] {
    try await send(.post, company: company, "client/invoice/\(id)/\(action)")
  }

  /// Makes a credit note of the whole invoice, a draft, and gives its id.
  func credit(_ id: Int64, company: Int64) async throws -> Int64 {
    try Self.created(try await act("credit", on: id, company: company))
  }

  func delete(_ id: Int64, company: Int64) async throws {
    _ = try await send(.delete, company: company, "client/invoice/\(id)")
  }

  func supplierInvoices(company: Int64) async throws -> [SupplierInvoice] {
    let body = try await send(.get, company: company, "supplier/invoice?ignoreFiles=true")
    return try MessageForm.supplierInvoice.decodeList(body, as: .xml).items
  }

  func clientInvoices(company: Int64, query: String = "") async throws -> [ClientInvoice] {
    let body = try await send(
      .get, company: company, "client/invoice?ignoreFiles=true\(query.isEmpty ? "" : "&\(query)")")
    return try MessageForm.clientInvoice.decodeList(body, as: .xml).items
  }

  func clientInvoice(_ id: Int64, company: Int64) async throws -> ClientInvoice {
    let body = try await send(.get, company: company, "client/invoice/\(id)")
    return try MessageForm.clientInvoice.decode(body, as: .xml)
  }

  /// Nil: 501, a mileage reimbursement.
  func expense(_ id: Int64, company: Int64) async throws -> ExpenseEntry? {
    do {
      let body = try await send(.get, company: company, "expense/\(id)")
      return try MessageForm.expense.decode(body, as: .xml)
    } catch let refusal as StoryRefusal where refusal.status == 501 {
      return nil
    }
  }

  private func create<Message>(
    _ form: MessageForm<Message>, _ message: Message, company: Int64, _ path: String,
    key: String? = nil
  ) async throws -> Int64 {
    let body = form.encode(message, as: .xml)
    return try Self.created(
      try await send(.put, company: company, path, body: body, key: key))
  }

  private static func created(_ body: [UInt8]) throws -> Int64 {
    try MessageForm.created.decode(body, as: .xml).id ?? 0
  }
}
