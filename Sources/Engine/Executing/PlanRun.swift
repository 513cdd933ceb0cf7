internal import EconomySystems
internal import Foundation
internal import Invoicing
internal import Mirroring
internal import RepairPlans

/// Executes a repair plan, from wherever the journal says that it stands.
package struct PlanRun: Sendable {
  let configuration: EngineConfiguration
  let token: EngineToken
  let context: EngineContext
  /// Name and version, for `execution.xml`.
  let engine: String

  package init(
    _ configuration: EngineConfiguration, token: EngineToken, context: EngineContext,
    engine: String
  ) {
    self.configuration = configuration
    self.token = token
    self.context = context
    self.engine = engine
  }

  /// Executes the plan of a file, and writes what became of it.
  ///
  /// - Parameters:
  ///   - folder: where the results go; nil: beside the plan.
  ///   - confirm: asked before the first write, where there is one; what it throws ends the run.
  /// - Returns: nil where `confirm` says no.
  /// - Throws: `PlanError`, `PlanRefusal` or `ExecutionRefusal`: nothing was done; `JournalError`:
  ///   nothing was sent that the journal does not hold.
  package func run(
    planAt path: String, _ request: ExecutionRequest, to folder: String?,
    confirm: (ExecutionPreview) throws -> Bool
  ) async throws -> ExecutionSummary? {
    let file = try PlanFile(readingFrom: path)
    let started = context.clock.now()
    _ = try PlanGate(
      group: configuration.groupName, mostDays: configuration.planMaxAgeDays,
      allowedSigners: configuration.allowedSigners
    ).check(file, now: started)
    try file.plan.requireActions(request.only, path: path)
    let results = try ResultFolder(folder, besides: path)
    guard let done = try await execute(file.plan, request, confirm) else { return nil }
    let execution = PlanExecution(
      planID: file.plan.id, snapshotIdentity: file.plan.snapshotIdentity,
      group: file.plan.group, engine: engine, isDryRun: request.isDryRun, startedAt: started,
      endedAt: context.clock.now(), results: done)
    return ExecutionSummary(execution, files: try results.write(execution))
  }

  private func execute(
    _ plan: RepairPlan, _ request: ExecutionRequest,
    _ confirm: (ExecutionPreview) throws -> Bool
  ) async throws -> [ActionResult]? {
    let journal = request.isDryRun ? nil : try Journal(path: configuration.journal)
    let reader = try journal?.reader ?? rehearsalReader()
    let chosen = try ChosenActions(plan, request) { action throws(JournalError) in
      try reader?.memory(
        of: action.receivedID,
        for: ActionReference(planID: plan.id, actionID: action.id)
      ).outcome
    }
    if chosen.run.isEmpty { return plan.results(chosen.settled) }
    if let journal {
      let preview = ExecutionPreview(
        chosen.run, group: plan.group, address: configuration.system.address)
      guard try confirm(preview) else { return nil }
      try journal.begin(plan: plan.id, at: context.clock.now())
    }
    let cases: any CaseJournal =
      journal.map { JournalQueue($0) } ?? RehearsalJournal(reader: reader)
    var ended = try await perform(chosen.run, of: plan, request, cases)
    let isWhole = chosen.run.allSatisfy { ended[$0.id] != nil }
    if isWhole { try journal?.end(plan: plan.id, at: context.clock.now()) }
    for action in chosen.run where ended[action.id] == nil {
      ended[action.id] = ActionResult(
        of: action, outcome: .failed,
        why: "stopped before it was done: execute the plan again, and it goes on")
    }
    return plan.results(chosen.settled.merging(ended) { $1 })
  }

  /// A dry run makes no journal where there is none.
  private func rehearsalReader() throws(JournalError) -> JournalReader? {
    do {
      return try JournalReader(path: configuration.journal)
    } catch .missing {
      return nil
    }
  }

  private func perform(
    _ actions: [RepairAction], of plan: RepairPlan, _ request: ExecutionRequest,
    _ journal: any CaseJournal
  ) async throws -> [String: ActionResult] {
    let gate = RequestGate(configuration.system.requests, clock: context.clock)
    return try await PESystem.with(
      configuration.connector, token: token.value,
      concurrency: configuration.system.concurrency, gate: gate.pass
    ) { system in
      try await ActionRound(
        system: ConnectedSystem(connector: system, gate: gate, tally: Tally()),
        journal: journal, planID: plan.id, isDryRun: request.isDryRun,
        configuration: configuration, context: context
      ).run(actions)
    }
  }
}

extension RepairPlan {
  /// Those that are known, in the plan's order.
  fileprivate func results(_ known: [String: ActionResult]) -> [ActionResult] {
    actions.compactMap { known[$0.id] }
  }
}
