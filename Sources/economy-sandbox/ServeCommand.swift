internal import ArgumentParser
internal import Foundation
internal import Invoicing
internal import Sandbox

/// Serves the economy system's API on a port of this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the economy system's API over HTTP, to this machine alone.",
    discussion: """
      Prints http://127.0.0.1:PORT when it is ready. Without --company, --idempotency and the \
      flags it serves on with what the books had last; new ones have company 1 and \
      strict+ttl=24h. SIGTERM and SIGINT end it.
      """)

  @Option(help: "The port; 0: a free one.")
  var port = 8080

  @Option(help: ArgumentHelp("The books: a file, made where there is none.", valueName: "file"))
  var db: String

  @Option(help: "What X-Token must be.")
  var token: String

  @Option(help: ArgumentHelp("A company to serve; may be repeated.", valueName: "number"))
  var company: [Int64] = []

  @Option(
    help: ArgumentHelp(
      "What an Idempotency-Key is worth: \(IdempotencyMode.expected).", valueName: "mode"),
    transform: ServeCommand.mode)
  var idempotency: IdempotencyMode?

  @Option(help: ArgumentHelp("Faults, as TOML: [[fault]] on, kind, …", valueName: "file"))
  var faults: String?

  @Option(help: ArgumentHelp("Which faults strike, when they are drawn.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "The vendor's limit, as 25/5: more requests within so many seconds get 429.",
      valueName: "requests/seconds"),
    transform: ServeCommand.rateLimit)
  var limit: RateLimit?

  @Flag(inversion: .prefixedNo, help: "Mark replays with 'Idempotent-Replayed: true'.")
  var replayMarker: Bool?

  @Flag(inversion: .prefixedNo, help: "Let certified invoices be deleted.")
  var allowDeleteCertified: Bool?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port: expected a number from 0 to 65535")
    }
    guard !token.isEmpty else { throw ValidationError("--token: it is empty") }
    guard company.allSatisfy({ $0 > 0 }), Set(company).count == company.count else {
      throw ValidationError("--company: expected numbers from 1 on, each once")
    }
  }

  func run() async throws {
    let signals = StopSignals()
    do {
      let rules = try faults.map(FaultsFile.read) ?? []
      let store = try SandboxStore(path: db)
      let machine = try opening.open(store)
      let system = EconomySystem(machine, faults: FaultPlan(rules, seed: seed), limit: limit)
      let service = SandboxService(
        system, store: store, clock: { .now }, complain: Failure.complain)
      try await serve(service, marksReplays: machine.settings.marksReplays, until: signals.arrived)
      withExtendedLifetime(signals) {}
    } catch {
      throw Failure.end(error)
    }
  }

  private var opening: SandboxOpening {
    var opening = SandboxOpening()
    opening.companies = company
    opening.idempotency = idempotency
    opening.marksReplays = replayMarker
    opening.allowsDeletingCertified = allowDeleteCertified
    return opening
  }

  /// Serves until a signal comes; then what is under way has a moment to be answered, and what is
  /// held back, none.
  private func serve(
    _ service: SandboxService, marksReplays: Bool, until signals: AsyncStream<Void>
  ) async throws {
    let server = SandboxServer(service, token: token, marksReplays: marksReplays)
    let port = port
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run(port: port) { port in
          FileHandle.standardOutput.write(Data("http://127.0.0.1:\(port)\n".utf8))
        }
      }
      group.addTask {
        for await _ in signals { break }
        await service.close()
        try await Task.sleep(for: .milliseconds(200))
        StopSignals.end()
      }
      try await group.next()
      await service.close()
      group.cancelAll()
    }
  }

  private static func mode(_ text: String) throws -> IdempotencyMode {
    guard let mode = IdempotencyMode(text) else {
      throw ValidationError("'\(text)' is no mode; expected \(IdempotencyMode.expected)")
    }
    return mode
  }

  private static func rateLimit(_ text: String) throws -> RateLimit {
    let parts = text.split(separator: "/").map { Int($0) ?? 0 }
    guard parts.count == 2, parts.allSatisfy({ (1...1_000_000).contains($0) }) else {
      throw ValidationError("'\(text)' is no limit; expected requests/seconds, as in 25/5")
    }
    return RateLimit(requests: parts[0], seconds: parts[1])
  }
}

extension Moment {
  fileprivate static var now: Moment {
    Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }
}
