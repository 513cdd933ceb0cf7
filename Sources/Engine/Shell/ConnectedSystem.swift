internal import EconomySystems
internal import Invoicing
internal import Mirroring

/// An economy system that a connector reaches, in the words of the machine.
struct ConnectedSystem<Connector: EconomyReading & EconomyWriting>: MirroringSystem {
  let connector: Connector
  let gate: RequestGate
  let tally: Tally

  func perform(
    _ request: SystemRequest, timeout: Int64
  ) async -> Result<SystemAnswer, RequestFailure> {
    let result: Result<SystemAnswer, RequestFailure>
    do throws(SystemFailure) {
      result = .success(try await answer(request, within: .microseconds(timeout)))
    } catch {
      gate.hold(after: error.forMachine)
      result = .failure(error.forMachine)
    }
    tally.count(request, result)
    return result
  }

  func body(of draft: MirrorDraft) -> CreateBody {
    let body = connector.body(of: SystemDraft(draft))
    return CreateBody(bytes: body.bytes, contentType: body.contentType)
  }

  private func answer(
    _ request: SystemRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemAnswer {
    switch request {
    case .readReceived, .findSources, .findCustomers, .readExpense, .findMirrors, .readSent:
      return try await read(request, within: time)
    case .createMirror(let body, let key):
      let created = try await connector.create(
        SystemBody(bytes: body.bytes, contentType: body.contentType), key: key, within: time)
      return .created(id: created.id, replayed: created.replayed)
    case .certify(let id): try await connector.certify(id, within: time)
    case .send(let id): try await connector.send(id, within: time)
    case .credit(let id): return .credited(id: try await connector.credit(id, within: time))
    case .delete(let id): try await connector.delete(id, within: time)
    case .attachFiles(let files, let id):
      try await connector.attach(
        files.map { SystemFile(name: $0.name, data: $0.data) }, to: id, within: time)
    case .setProcessed(let receivedID, let mirrorID):
      try await connector.markProcessed(receivedID, mirror: mirrorID, within: time)
    }
    return .done
  }

  private func read(
    _ request: SystemRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemAnswer {
    switch request {
    case .readReceived(let id):
      return .received(try await connector.received(id, within: time).map(ReceivedReading.init))
    case .findSources(let supplier, let number, let kind):
      let sources = try await connector.sources(
        of: supplier, number: number, kind: kind, within: time)
      return .sources(sources.map(SourceReading.init))
    case .findCustomers(let query):
      return .customers(
        try await connector.customers(query.search, within: time).map(CustomerReading.init))
    case .readExpense(let supplier, let entry):
      return .expense(
        ExpenseReading(try await connector.expense(entry, of: supplier, within: time)))
    case .findMirrors(let id):
      return .mirrors(try await connector.mirrors(of: id, within: time).map(SentReading.init))
    case .readSent(let id):
      return .sent(try await connector.sent(id, within: time).map(SentReading.init))
    default: preconditionFailure("only what reads is read here")
    }
  }
}
