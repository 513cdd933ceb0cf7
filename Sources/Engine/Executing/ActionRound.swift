internal import Mirroring
internal import RepairPlans

/// Carries out actions, those of one case one after the other, several cases at once.
struct ActionRound: Sendable {
  let system: any MirroringSystem
  let journal: any CaseJournal
  let planID: String
  let isDryRun: Bool
  let configuration: EngineConfiguration
  let context: EngineContext

  /// What became of the actions, by id; one that is missing was not brought to an end, because the
  /// engine is to stop.
  func run(_ actions: [RepairAction]) async throws -> [String: ActionResult] {
    let cases = ActionCases.split(actions).map { $0.map { actions[$0] } }
    var results: [String: ActionResult] = [:]
    var waiting = cases[...]
    try await withThrowingTaskGroup(of: [ActionResult].self) { group in
      for _ in 0..<configuration.system.concurrency {
        if let next = waiting.popFirst() { group.addTask { try await runCase(next) } }
      }
      while let ended = try await group.next() {
        for result in ended { results[result.actionID] = result }
        report(results.count, of: actions.count)
        if let next = waiting.popFirst() { group.addTask { try await runCase(next) } }
      }
    }
    return results
  }

  private func report(_ ended: Int, of count: Int) {
    let doing =
      context.stop.isStopped ? "stopping" : isDryRun ? "checking" : "executing"
    context.progress("\(doing), \(ended) of \(count) actions")
  }

  private func runCase(_ actions: [RepairAction]) async throws -> [ActionResult] {
    var results: [ActionResult] = []
    var ended: Set<String> = []
    for (place, action) in actions.enumerated() {
      if context.stop.isStopped { break }
      guard let result = try await run(action, after: ended) else { break }
      results.append(result)
      if result.outcome == .failed, !isDryRun {
        return results + actions[(place + 1)...].map { Self.waiting($0, for: action) }
      }
      if isDryRun, result.outcome == .done { ended.formUnion(action.endings) }
    }
    return results
  }

  /// What follows in a case would change what the failed action expects, or find it undone, and one
  /// of them would be stale for good.
  private static func waiting(
    _ action: RepairAction, for failed: RepairAction
  ) -> ActionResult {
    ActionResult(
      of: action, outcome: .failed,
      why: "not begun, since \(failed.id) of the same case failed: execute the plan again, and it "
        + "goes on")
  }

  private func run(
    _ action: RepairAction, after ended: Set<String>
  ) async throws -> ActionResult? {
    let outcome = try await CaseShell(
      system: isDryRun ? RehearsalSystem(system: system, ended: ended) : system,
      journal: journal, settings: configuration.mirroring, clock: context.clock,
      chance: context.chance, stop: context.stop
    ).run(
      .action(action, dryRun: isDryRun),
      for: ActionReference(planID: planID, actionID: action.id))
    return outcome.map { ActionResult(of: action, $0) }
  }
}

extension RepairAction {
  /// The sent invoices that it deletes or credits.
  fileprivate var endings: [String] {
    invoices.filter { $0.operation == .delete || $0.operation == .credit }.map(\.id)
  }
}
