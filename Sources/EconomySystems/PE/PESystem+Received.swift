internal import EconomyAPI
package import Invoicing

/// What the group received, and the suppliers' own books.
extension PESystem {
  package func received(
    _ id: String, within time: Duration
  ) async throws(SystemFailure) -> SystemReceived? {
    guard let number = Self.number(id) else { return nil }
    let request = PERequest.get("supplier/invoice/\(number)", of: settings.group)
    guard let answer = try await wire.found(request, within: time) else { return nil }
    return try await received(try answer.message(.supplierInvoice), within: time)
  }

  package func receivedPage(
    _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemReceived> {
    let request = PERequest.get("supplier/invoice", of: settings.group).page(page)
    let list = try await wire.good(request, within: time).list(.supplierInvoice)
    var items: [SystemReceived] = []
    for message in list.items { items.append(try await received(message, within: time)) }
    return SystemPage(items: items, count: list.items.count, size: list.page.size)
  }

  package func sources(
    of supplier: String, number: String, kind: InvoiceKind, within time: Duration
  ) async throws(SystemFailure) -> [SystemSource] {
    let company = try company(of: supplier)
    let request = PERequest.get("client/invoice", of: company).with("query", number)
    let list = try await wire.good(request, within: time).list(.clientInvoice)
    let same = list.items.filter { $0.invoiceNumber == number }
    return try await sources(same, of: supplier, within: time).filter { $0.invoice.kind == kind }
  }

  package func sourcePage(
    of supplier: String, _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemSource> {
    let request = PERequest.get("client/invoice", of: try company(of: supplier)).clientPage(page)
    let list = try await wire.good(request, within: time).list(.clientInvoice)
    // A draft has no number yet: it is nobody's source.
    let numbered = list.items.filter { $0.invoiceNumber != nil }
    let items = try await sources(numbered, of: supplier, within: time)
    return SystemPage(items: items, count: list.items.count, size: list.page.size)
  }

  package func expense(
    _ entry: String, of supplier: String, within time: Duration
  ) async throws(SystemFailure) -> SystemExpense {
    let company = try company(of: supplier)
    guard let number = Self.number(entry) else { return .absent }
    let request = PERequest.get("expense/\(number)", of: company)
    let answer = try await wire.answer(to: request, within: time)
    switch answer.status {
    case 404: return .absent
    case 501: return .mileage
    default:
      if let failure = answer.failure(isCreate: false) { throw failure }
      return .receipts(PETranslation.files(try answer.message(.expense).files))
    }
  }

  private func received(
    _ message: SupplierInvoice, within time: Duration
  ) async throws(SystemFailure) -> SystemReceived {
    guard let id = message.supplierID else {
      throw .unreadable("supplier-invoice \(message.id ?? 0) has no supplier-ref")
    }
    let supplier = try await directory.name(
      of: id, .supplier, in: settings.group, within: time)
    return try translation.received(message, supplier: supplier)
  }

  private func company(of supplier: String) throws(SystemFailure) -> Int64 {
    guard let company = settings.suppliers[supplier] else { throw .unknownSupplier(supplier) }
    return company
  }

  /// Those of a supplier's invoices that go to the group.
  private func sources(
    _ messages: [ClientInvoice], of supplier: String, within time: Duration
  ) async throws(SystemFailure) -> [SystemSource] {
    let company = try company(of: supplier)
    let groups = try await groupsClients(of: company, within: time)
    var sources: [SystemSource] = []
    for message in messages {
      if let groups, let client = message.clientID, !groups.contains(client) { continue }
      let customer = try await endCustomer(of: message, within: time)
      let isCredited = try await isCredited(message, of: company, within: time)
      sources.append(
        try translation.source(
          message, supplier: supplier, customer: customer, isCredited: isCredited))
    }
    return sources
  }

  /// The clients in a supplier's books that are the group, by organisation number or name.
  ///
  /// Nil: none can be told, so all may be.
  private func groupsClients(
    of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> Set<Int64>? {
    let info = try await directory.info(of: settings.group, within: time)
    let clients = try await directory.all(.client, of: company, within: time)
    let names = [info.name, settings.groupName].compactMap(\.self)
    let groups = clients.filter { client in
      let isNumber = client.orgno.map { !$0.isEmpty && $0 == info.orgno } ?? false
      return isNumber || client.name.map(names.contains) ?? false
    }
    return groups.isEmpty ? nil : Set(groups.compactMap(\.id))
  }

  private func endCustomer(
    of message: ClientInvoice, within time: Duration
  ) async throws(SystemFailure) -> String {
    guard let reference = settings.fields.endCustomer.value(in: message) else {
      return "(no end customer)"
    }
    let found = try await customers(.reference(reference), within: time)
    return found.first?.name ?? reference
  }

  private func isCredited(
    _ message: ClientInvoice, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> Bool {
    guard message.creditInvoices?.isEmpty == false else { return false }
    let gross = Int128(try translation.gross(of: message))
    var credited: Int128 = 0
    for note in try await creditNotes(on: message, of: company, within: time)
    where note.disabled != true { credited += Int128(try translation.gross(of: note)) }
    return gross > 0 ? -credited >= gross : gross < 0 && credited >= -gross
  }
}

extension PESystem: EconomyReading {}
