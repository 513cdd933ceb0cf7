import Auditing
import Extracts
import Foundation
import Invoicing
import Sandbox
import Testing

/// What the auditor forecasts of a rerun, held against the sandbox: each key is tried for real.
@Suite struct ForecastTests {
  static let modes = [
    "none", "forever", "ttl=24h", "ttl=1h", "strict", "strict+ttl=24h", "current",
    "current+ttl=24h", "strict+current",
  ]
  /// Of each mode; `make forecasts` draws enough for 10,000 forecasts.
  static let histories =
    ProcessInfo.processInfo.environment["FORECAST_HISTORIES"].flatMap { Int($0) } ?? 2

  struct Tally: Equatable {
    var told: [String: Int] = [:]
    var wrong: [String] = []
  }

  @Test(arguments: modes) func `every forecast comes true`(_ mode: String) throws {
    var tally = Tally()
    for seed in 1...UInt64(Self.histories) {
      try hold(mode, seed: seed, marksReplays: seed % 2 == 0, &tally)
    }
    #expect(tally.wrong.prefix(10) == [])
    let known = tally.told.filter { $0.key != "unknown" }.values.reduce(0, +)
    #expect(known > 10 * Self.histories)
    let outcomes = tally.told.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(mode): \(known) forecasts tried, \(outcomes.joined(separator: ", "))")
  }

  private func hold(
    _ mode: String, seed: UInt64, marksReplays: Bool, _ tally: inout Tally
  ) throws {
    guard let ofSandbox = Sandbox.IdempotencyMode(mode),
      let ofAuditor = Auditing.IdempotencyMode(mode)
    else {
      Issue.record("\(mode) is no mode")
      return
    }
    let history = try KeyedHistory(
      seed: seed, mode: ofSandbox, marksReplays: marksReplays,
      invoices: 30)
    let folder = try TemporaryFolder()
    try BookExtract(history.machine).write(to: folder.file("extract"), takenAt: history.now)
    try folder.write(history.table, to: "extract/attempts.csv")
    let books = Books(try ExtractReader.read(folder: folder.file("extract")))
    let rows = Forecaster.forecast(
      JudgedBooks(books, Settings()), mode: ofAuditor)
    for row in rows {
      tally.told[row.outcome.name, default: 0] += 1
      if let wrong = Self.judge(row, history) {
        tally.wrong.append("seed \(seed): \(row): \(wrong)")
      }
    }
  }

  /// Nil: it came true.
  private static func judge(_ row: ForecastRow, _ history: KeyedHistory) -> String? {
    func tried(at moment: Moment) -> TriedKey {
      TriedKey(row.key, for: row.receivedID, in: history.machine, at: moment)
    }
    let now = tried(at: history.now)
    switch row.burnt {
    case .no: break
    case .until(let moment):
      if tried(at: moment).outcome != .fresh { return "not fresh at \(moment)" }
      let before = tried(at: moment.adding(microseconds: -1)).outcome
      if row.outcome != .unknown, before != now.outcome { return "\(before) before \(moment)" }
    case .forever:
      let later = tried(at: history.now.adding(microseconds: 315_360_000_000_000)).outcome
      if row.outcome != .unknown, later != now.outcome { return "\(later) in ten years" }
    }
    if row.outcome == .unknown { return nil }
    if row.outcome != now.outcome { return "it was \(now.outcome)" }
    let namesOne = row.outcome == .replayLive || row.outcome == .replayDead
    if namesOne, row.sentID != now.sentID { return "it was \(now.sentID)" }
    return nil
  }
}
