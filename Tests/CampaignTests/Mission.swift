import Engine
import Foundation
import Mirroring
import RepairPlans
import Sandbox
import Testing

/// One seed of the campaign: drawn books, faults, a mode, and engines that mirror until they say
/// that nothing is left, each on the journal of the one before.
struct Mission: Hashable, Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let mode: String
  let faults: FaultMix

  static let modes = [
    "none", "forever", "ttl=1s", "ttl=24h", "strict", "strict+ttl=24h", "current",
  ]

  /// The first so many of all pairs of a mode and a mix of faults, again and again.
  static func first(_ count: Int, from seed: UInt64 = 1) -> [Mission] {
    let pairs = FaultMix.all.flatMap { faults in modes.map { (faults, $0) } }
    return (0..<count).map { place in
      let (faults, mode) = pairs[place % pairs.count]
      return Mission(seed: seed + UInt64(place), mode: mode, faults: faults)
    }
  }

  var testDescription: String { "seed \(seed), \(mode), \(faults.name)" }

  /// How often an engine is started again after a failure of its budget.
  static let mostRuns = 40

  /// What is wrong with the books in the end; empty: nothing.
  func run() async throws -> [String] {
    let invoices = faults.needsPages ? 104 : 10 + Int(seed % 8)
    let books = try DrawnBooks(invoices: invoices, seed: seed)
    var settings = LiveSandbox.Settings()
    settings.mode = try #require(IdempotencyMode(mode))
    settings.faults = faults.rules
    settings.seed = seed
    let (unknown, said) = try await LiveSandbox.serve(books.path, settings) { sandbox in
      try await mirror(books, sandbox)
    }
    let isExcused = mode == "none"
    var wrong = try BooksVerdict(books).wrong(unknown: isExcused ? unknown : [])
    if !isExcused || !wrong.isEmpty { wrong += said }
    return wrong.map { "\(testDescription): \($0)" }
  }

  private func mirror(
    _ books: DrawnBooks, _ sandbox: LiveSandbox
  ) async throws -> (unknown: Set<String>, said: [String]) {
    let configuration = try books.configuration(
      sandbox.address, system: "timeout-seconds = 0.25\nconcurrency = 8",
      engine: """
        retry-budget-seconds = 5
        retry-pause-seconds = 0.02
        visible-after-seconds = \(faults.isLate ? 1 : 0)
        """)
    for run in 1... {
      let context = EngineContext(chance: Chance(seed: seed &* 1000 &+ UInt64(run)))
      do {
        let summary = try await DailyRun(
          configuration, token: try DrawnBooks.engineToken(), context: context
        ).run()
        if summary.exitCode != 1 || run == Self.mostRuns {
          let undone = summary.outcomes.filter { $0.kind != .done }
          return (
            Set(undone.filter { $0.kind == .unknown }.map(\.receivedID)), undone.map(\.why)
          )
        }
      } catch is DailyFailure {
        // The list could not be read within the budget.
        if run == Self.mostRuns { return ([], ["the list was never read"]) }
      }
    }
    return ([], ["no engine came to an end"])
  }
}
