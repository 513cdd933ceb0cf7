internal import EconomyAPI

/// What the group sent, and to whom.
extension PESystem {
  package func customers(
    _ query: CustomerSearch, within time: Duration
  ) async throws(SystemFailure) -> [SystemCustomer] {
    let key: PartyKey =
      switch query {
      case .reference(let reference): .foreignID(reference)
      case .name(let name): .name(name)
      }
    let parties = try await directory.parties(key, .client, of: settings.group, within: time)
    return parties.compactMap { party in
      party.id.map {
        SystemCustomer(
          id: String($0), name: party.name ?? "", isActive: party.active ?? true)
      }
    }
  }

  package func mirrors(
    of receivedID: String, within time: Duration
  ) async throws(SystemFailure) -> [SystemSent] {
    let request = PERequest.get("client/invoice", of: settings.group)
      .with("query", receivedID).withoutFiles
    let list = try await wire.good(request, within: time).list(.clientInvoice)
    var mirrors: [SystemSent] = []
    for message in list.items where settings.fields.mirrorOf.value(in: message) == receivedID {
      guard let id = message.id else { continue }
      if let mirror = try await sent(String(id), within: time) { mirrors.append(mirror) }
    }
    return mirrors
  }

  package func sent(
    _ id: String, within time: Duration
  ) async throws(SystemFailure) -> SystemSent? {
    guard let number = Self.number(id) else { return nil }
    guard let message = try await clientInvoice(number, of: settings.group, within: time) else {
      return nil
    }
    let notes = try await creditNotes(on: message, of: settings.group, within: time)
    var read: [SystemCreditNote] = []
    for note in notes { read.append(try translation.creditNote(note)) }
    return try translation.sent(
      message, customer: try await customer(of: message, within: time),
      credits: try await credited(by: message, among: [], within: time), creditNotes: read)
  }

  package func sentPage(
    _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemSent> {
    let request = PERequest.get("client/invoice", of: settings.group).clientPage(page)
    let list = try await wire.good(request, within: time).list(.clientInvoice)
    var items: [SystemSent] = []
    for message in list.items {
      items.append(
        try translation.sent(
          message, customer: try await customer(of: message, within: time),
          credits: try await credited(by: message, among: list.items, within: time)))
    }
    return SystemPage(items: items, count: list.items.count, size: list.page.size)
  }

  func clientInvoice(
    _ id: Int64, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> ClientInvoice? {
    let request = PERequest.get("client/invoice/\(id)", of: company)
    return try await wire.found(request, within: time)?.message(.clientInvoice)
  }

  /// Those that are still there.
  func creditNotes(
    on message: ClientInvoice, of company: Int64, within time: Duration
  ) async throws(SystemFailure) -> [ClientInvoice] {
    var notes: [ClientInvoice] = []
    for id in message.creditInvoices ?? [] {
      if let note = try await clientInvoice(id, of: company, within: time) { notes.append(note) }
    }
    return notes
  }

  private func customer(
    of message: ClientInvoice, within time: Duration
  ) async throws(SystemFailure) -> String {
    guard let id = message.clientID else {
      throw .unreadable("client-invoice \(message.id ?? 0) has no client-ref")
    }
    return try await directory.name(of: id, .client, in: settings.group, within: time)
  }

  /// The id of the invoice whose number this credit note names; nil: it is none, or it is gone.
  private func credited(
    by note: ClientInvoice, among others: [ClientInvoice], within time: Duration
  ) async throws(SystemFailure) -> String? {
    guard let number = note.debitInvoiceNumber else { return nil }
    let isIt: (ClientInvoice) -> Bool = { $0.invoiceNumber == number }
    if let other = others.first(where: isIt) { return other.id.map { String($0) } }
    let request = PERequest.get("client/invoice", of: settings.group)
      .with("query", number).withoutFiles
    let list = try await wire.good(request, within: time).list(.clientInvoice)
    return list.items.first(where: isIt)?.id.map { String($0) }
  }
}
