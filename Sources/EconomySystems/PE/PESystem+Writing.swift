internal import EconomyAPI

extension PESystem: EconomyWriting {
  package func body(of draft: SystemDraft) -> SystemBody {
    let message = PEDraft.message(of: draft, fields: settings.fields)
    return SystemBody(
      bytes: MessageForm.clientInvoice.encode(message, as: .xml),
      contentType: WireFormat.xml.contentType)
  }

  package func create(
    _ body: SystemBody, key: String, within time: Duration
  ) async throws(SystemFailure) -> SystemCreated {
    var request = PERequest(.put, "client/invoice", of: settings.group)
    request.body = body
    request.idempotencyKey = key
    let answer = try await wire.good(request, within: time)
    guard let id = try answer.message(.created).id else {
      throw .unreadable("'created' has no id")
    }
    return SystemCreated(id: String(id), replayed: answer.isReplay)
  }

  package func certify(_ id: String, within time: Duration) async throws(SystemFailure) {
    try await act("certify", on: id, within: time)
  }

  package func send(_ id: String, within time: Duration) async throws(SystemFailure) {
    try await act("send", on: id, within: time)
  }

  package func credit(
    _ id: String, within time: Duration
  ) async throws(SystemFailure) -> String? {
    let answer = try await act("credit", on: id, within: time)
    return try? answer.message(.created).id.map { String($0) }
  }

  package func delete(_ id: String, within time: Duration) async throws(SystemFailure) {
    let path = "client/invoice/\(try Self.existing(id))"
    _ = try await wire.good(PERequest(.delete, path, of: settings.group), within: time)
  }

  package func attach(
    _ files: [SystemFile], to id: String, within time: Duration
  ) async throws(SystemFailure) {
    var message = ClientInvoice()
    message.files = files.map { APIFile(filename: $0.name, data: $0.data) }
    let path = "client/invoice/\(try Self.existing(id))"
    let request = PERequest(.post, path, of: settings.group)
      .sending(message, as: .clientInvoice)
    _ = try await wire.good(request, within: time)
  }

  package func markProcessed(
    _ receivedID: String, mirror id: String, within time: Duration
  ) async throws(SystemFailure) {
    var message = SupplierInvoice()
    settings.fields.processed.set(PEFields.processedWord, in: &message)
    message.clientInvoiceIDs = [try Self.existing(id)]
    let path = "supplier/invoice/\(try Self.existing(receivedID))"
    let request = PERequest(.post, path, of: settings.group)
      .sending(message, as: .supplierInvoice)
    _ = try await wire.good(request, within: time)
  }

  @discardableResult
  private func act(
    _ action: String, on id: String, within time: Duration
  ) async throws(SystemFailure) -> PEAnswer {
    let path = "client/invoice/\(try Self.existing(id))/\(action)"
    return try await wire.good(PERequest(.post, path, of: settings.group), within: time)
  }
}
