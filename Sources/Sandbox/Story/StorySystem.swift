internal import AsyncHTTPClient
internal import EconomyAPI
internal import Invoicing

/// The economy system at work in one chapter of the story, on a port of this machine.
struct StorySystem: Sendable {
  let wire: StoryWire
  let clock: StoryClock
  private let service: SandboxService

  /// Serves the books while `chapter` lasts.
  static func serve<Result: Sendable>(
    _ machine: SandboxMachine, _ store: SandboxStore, clock: StoryClock,
    during chapter: @escaping @Sendable (StorySystem) async throws -> Result
  ) async throws -> Result {
    let service = SandboxService(
      EconomySystem(machine), store: store, clock: { clock.now }, complain: { _ in })
    let server = SandboxServer(service, token: token, marksReplays: false)
    let (ports, ready) = AsyncStream<Int>.makeStream()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await server.run(port: 0) { ready.yield($0) }
        return nil
      }
      group.addTask {
        for await port in ports {
          return try await tell(chapter, port, clock, service)
        }
        return nil
      }
      while let ended = try await group.next() {
        guard let result = ended else { continue }
        group.cancelAll()
        return result
      }
      throw StoryEndedEarly()
    }
  }

  /// The connections are closed before the server is: it waits for them.
  private static func tell<Result: Sendable>(
    _ chapter: (StorySystem) async throws -> Result, _ port: Int, _ clock: StoryClock,
    _ service: SandboxService
  ) async throws -> Result {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    let wire = StoryWire(address: "http://127.0.0.1:\(port)", token: token, client: client)
    do {
      let result = try await chapter(StorySystem(wire: wire, clock: clock, service: service))
      try await client.shutdown()
      return result
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  /// Sends a create that a fault strikes; nil: the client waited in vain, and gave up.
  ///
  /// It gives up once the truth log has the request, not after some seconds of this machine: so
  /// the same happens wherever and whenever the story is played.
  func create(
    _ invoice: ClientInvoice, company: Int64, key: String?, struckBy fault: FaultKind?
  ) async throws -> Int64? {
    guard let fault else { return try await wire.create(invoice, company: company, key: key) }
    await service.set(
      FaultPlan([FaultRule(on: Endpoint(.put, .clientInvoice), .at([1]), fault)]))
    let before = try await length(company)
    return try await withThrowingTaskGroup(of: Int64?.self) { group in
      group.addTask { try await wire.create(invoice, company: company, key: key) }
      group.addTask {
        while try await length(company) == before { try await Task.sleep(for: .milliseconds(2)) }
        // What is not answered at all is given up; what is answered comes before this.
        if fault == .lostAnswer || fault == .lostRequest { return nil }
        try await Task.sleep(for: .seconds(60))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  /// The next update of a supplier invoice fails.
  func failNextFlag() async {
    await service.set(
      FaultPlan([FaultRule(on: Endpoint(.post, .supplierInvoice), .at([1]), .errorBefore)]))
  }

  private func length(_ company: Int64) async throws -> Int {
    try await service.truth(company: company, Page(limit: 0))?.size ?? 0
  }

  private static let token = "story"
}

/// The sandbox stopped serving before the chapter was told.
struct StoryEndedEarly: Error, CustomStringConvertible {
  var description: String { "the sandbox stopped serving before the story was told" }
}
