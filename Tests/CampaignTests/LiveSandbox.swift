import Foundation
import Invoicing
import Sandbox

/// A sandbox in this process that serves books on a port of the loopback.
struct LiveSandbox: Sendable {
  let address: String
  let service: SandboxService

  struct Settings: Sendable {
    var mode = IdempotencyMode.usual
    var faults: [FaultRule] = []
    var seed: UInt64 = 0
    var limit: RateLimit?
    var clock: @Sendable () -> Moment = {
      Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
  }

  struct NotServed: Error {
    let why: String
  }

  /// Serves for as long as the body runs; afterwards the books are closed.
  static func serve<Value: Sendable>(
    _ path: String, _ settings: Settings,
    _ body: @escaping @Sendable (LiveSandbox) async throws -> Value
  ) async throws -> Value {
    let store = try SandboxStore(path: path)
    var opening = SandboxOpening()
    opening.idempotency = settings.mode
    let system = EconomySystem(
      try opening.open(store), faults: FaultPlan(settings.faults, seed: settings.seed),
      limit: settings.limit)
    let service = SandboxService(
      system, store: store, clock: settings.clock, complain: { print("sandbox: \($0)") })
    let server = SandboxServer(service, token: DrawnBooks.token, marksReplays: false)
    let (ports, told) = AsyncStream<Int>.makeStream()
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask {
        try await server.run(port: 0) { port in told.yield(port) }
        return nil
      }
      group.addTask {
        for await port in ports {
          return try await body(
            LiveSandbox(address: "http://127.0.0.1:\(port)", service: service))
        }
        return nil
      }
      let value = try await group.next() ?? nil
      await service.close()
      group.cancelAll()
      guard let value else { throw NotServed(why: "the server ended before the test") }
      return value
    }
  }
}
