import Foundation
import Sandbox
import Synchronization
import Testing

/// The engine's process ends with SIGKILL at a moment, each in turn, and another goes on.
@Suite(.serialized) struct KilledEngineTests {
  private static let system = "timeout-seconds = 0.3\nconcurrency = 1"
  private static let engine = "retry-pause-seconds = 0.02"
  /// The second has an expense, and a way to go by car.
  private static let seed: UInt64 = 4
  private static let invoices = 2

  /// When the sandbox has a request in hand: it is done, and its answer finds nobody.
  @Test(arguments: ["none", "strict+ttl=24h"])
  func `killed at each request in turn and started again, each customer has one invoice`(
    _ mode: String
  ) async throws {
    var wrong: [String] = []
    var place = 1
    while true {
      let (found, isOver) = try await killed(at: place, mode)
      wrong += found.map { "request \(place): \($0)" }
      if isOver { break }
      place += 1
    }
    try #require(place > 10)
    #expect(wrong == [])
  }

  /// Each time that the journal is about to be written or brought to the disk.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: strace), "strace counts the writes"),
    arguments: stride)
  func `killed at each write of the journal and started again, each customer has one invoice`(
    _ step: Int
  ) async throws {
    var wrong: [String] = []
    var place = 1
    while true {
      let (found, isOver) = try await killed(atWrite: place)
      wrong += found.map { "write \(place): \($0)" }
      if isOver { break }
      place += step
    }
    try #require(place > 20)
    #expect(wrong == [])
  }

  static let strace = "/usr/bin/strace"
  /// `make campaign` takes each of them, the usual tests every seventeenth.
  static let stride = [FaultCampaignTests.seeds == nil ? 17 : 1]

  private func killed(
    at place: Int, _ mode: String
  ) async throws -> (wrong: [String], isOver: Bool) {
    let count = RequestCount()
    let (books, settings) = try Self.books(mode, count)
    let (isOver, end) = try await LiveSandbox.serve(books.path, settings) { sandbox in
      _ = try books.configuration(sandbox.address, system: Self.system, engine: Self.engine)
      let pid = Mutex<Int32?>(nil)
      count.restart(at: place) {
        while true {
          if let pid = pid.withLock({ $0 }) {
            kill(pid, SIGKILL)
            return
          }
        }
      }
      let engine = try EngineProcess(["run"], in: books.folder)
      pid.withLock { $0 = engine.id }
      let first = try await engine.end()
      return (!first.wasKilled, try await EngineProcess.run("run", in: books.folder))
    }
    return (try Self.judge(books, end), isOver)
  }

  private func killed(atWrite place: Int) async throws -> (wrong: [String], isOver: Bool) {
    let (books, settings) = try Self.books("none", RequestCount())
    let (isOver, end) = try await LiveSandbox.serve(books.path, settings) { sandbox in
      _ = try books.configuration(sandbox.address, system: Self.system, engine: Self.engine)
      let calls = "pwrite64,fdatasync,fsync"
      let engine = try EngineProcess(
        ["run"], in: books.folder,
        under: [
          Self.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
          "inject=\(calls):signal=SIGKILL:when=\(place)",
        ])
      let first = try await engine.end()
      return (!first.wasKilled, try await EngineProcess.run("run", in: books.folder))
    }
    return (try Self.judge(books, end), isOver)
  }

  private static func books(
    _ mode: String, _ count: RequestCount
  ) throws -> (DrawnBooks, LiveSandbox.Settings) {
    var settings = LiveSandbox.Settings()
    settings.mode = try #require(IdempotencyMode(mode))
    settings.clock = count.clock
    return (try DrawnBooks(invoices: invoices, seed: seed), settings)
  }

  private static func judge(_ books: DrawnBooks, _ end: EngineProcess.End) throws -> [String] {
    let wrong = try BooksVerdict(books).wrong()
    return end.code == 0 ? wrong : wrong + ["exit code \(end.code): \(end.output)\(end.errors)"]
  }
}
