import Invoicing
import Mirroring
import RepairPlans
import Synchronization
import Testing

@testable import Engine

/// The order of a plan's actions, and what a failed one holds up.
@Suite struct ActionRoundTests {
  @Test func `what follows a failed action in its case waits for the next execution`()
    async throws
  {
    let folder = try TemporaryFolder()
    let drafts = Drafts(["S1", "S2", "S3"], refusing: ["S1"])
    let round = try Self.round(folder, drafts)
    let actions = try [
      Self.deletion("a", of: "S1", received: "R1"), Self.deletion("b", of: "S2", received: "R1"),
      Self.deletion("c", of: "S3", received: "R2"),
    ]
    let first = try await round.run(actions)
    #expect(first.mapValues(\.outcome) == ["a": .failed, "b": .failed, "c": .done])
    #expect(
      first["b"]?.why
        == "not begun, since a of the same case failed: execute the plan again, and it goes on")
    #expect(first["b"]?.at == nil)
    #expect(drafts.asked == ["S1", "S3"])
    drafts.refuse([])
    let second = try await round.run(Array(actions[..<2]))
    #expect(second.mapValues(\.outcome) == ["a": .done, "b": .done])
    #expect(drafts.left == [])
  }

  @Test func `a dry run checks what follows a failed action too`() async throws {
    let folder = try TemporaryFolder()
    let drafts = Drafts(["S2"], refusing: [], isUnreadable: ["S1"])
    let round = try Self.round(folder, drafts, isDryRun: true)
    let results = try await round.run([
      try Self.deletion("a", of: "S1", received: "R1"),
      try Self.deletion("b", of: "S2", received: "R1"),
    ])
    #expect(results.mapValues(\.outcome) == ["a": .failed, "b": .done])
    #expect(drafts.left == ["S2"])
  }

  private static func round(
    _ folder: TemporaryFolder, _ drafts: Drafts, isDryRun: Bool = false
  ) throws -> ActionRound {
    let path = try folder.write(
      EngineConfigurationTests.least + "\nretry-budget-seconds = 0\n", to: "mirror-engine.toml")
    return ActionRound(
      system: drafts, journal: JournalQueue(try Journal(path: folder.file("journal.sqlite"))),
      planID: "p", isDryRun: isDryRun, configuration: try EngineConfiguration.load(path),
      context: EngineContext(clock: LeapingClock()))
  }

  private static func deletion(
    _ id: String, of sent: String, received: String
  ) throws -> RepairAction {
    let sek = try #require(Currency("SEK"))
    return RepairAction(
      id: id, kind: .cancelInvoice, findings: [], receivedID: received, safety: .safe,
      amount: Money(100, sek), why: "",
      invoices: [
        TouchedInvoice(
          ledger: .sent, id: sent, number: "", party: "Kund K", gross: Money(100, sek),
          operation: .delete)
      ], expect: Expectations(sent: [ExpectedSent(id: sent, state: .draft, mirrorOf: nil)]))
  }
}

/// A clock whose time passes when somebody waits.
private final class LeapingClock: EngineClock {
  private let moment = Mutex(Moment(seconds: 1_700_000_000))

  func now() -> Moment { moment.withLock(\.self) }

  func sleep(until moment: Moment) async throws {
    self.moment.withLock { $0 = max($0, moment) }
  }
}

/// Books of nothing but drafts, some of which cannot be deleted or read.
private final class Drafts: MirroringSystem {
  private struct State {
    var left: Set<String>
    var refused: Set<String>
    /// Those that somebody asked to delete, in that order.
    var asked: [String] = []
  }

  private let state: Mutex<State>
  private let unreadable: Set<String>

  init(_ ids: Set<String>, refusing refused: Set<String>, isUnreadable: Set<String> = []) {
    state = Mutex(State(left: ids, refused: refused))
    unreadable = isUnreadable
  }

  var asked: [String] { state.withLock(\.asked) }
  var left: Set<String> { state.withLock(\.left) }

  func refuse(_ ids: Set<String>) { state.withLock { $0.refused = ids } }

  func perform(
    _ request: SystemRequest, timeout: Int64
  ) async -> Result<SystemAnswer, RequestFailure> {
    switch request {
    case .readReceived: .success(.received(nil))
    case .readSent(let id) where unreadable.contains(id): .failure(Self.refusal)
    case .readSent(let id):
      .success(.sent(left.contains(id) ? Self.draft(id) : nil))
    case .delete(let id):
      state.withLock { state in
        state.asked.append(id)
        if state.refused.contains(id) { return .failure(Self.refusal) }
        state.left.remove(id)
        return .success(.done)
      }
    default: .failure(Self.refusal)
    }
  }

  func body(of draft: MirrorDraft) -> CreateBody { CreateBody(bytes: [], contentType: "") }

  private static let refusal = RequestFailure.refused(status: 403, message: "no")

  private static func draft(_ id: String) -> SentReading? {
    guard let sek = Currency("SEK") else { return nil }
    let amount = Money(100, sek)
    return SentReading(
      invoice: SentInvoice(
        id: id, number: nil, customer: "Kund K", kind: .invoice,
        issueDate: CalendarDate(days: 0), dueDate: nil,
        net: amount, vat: Money(0, sek), gross: amount, status: .draft, mirrorOf: "R"),
      lines: [], attachments: [], remaining: nil, creditNotes: [])
  }
}
