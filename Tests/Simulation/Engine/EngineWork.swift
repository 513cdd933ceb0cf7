internal import Mirroring
internal import RepairPlans

@testable import Engine

/// What an engine has to do: the daily job, or a plan's actions, one case's in their order.
enum EngineWork: Sendable {
  case daily(DailyJob)
  case plan(PlanWork)

  struct Assignment: Sendable {
    let task: MirrorTask
    let action: ActionReference?
  }

  struct PlanWork: Sendable {
    let id: String
    let concurrency: Int
    var isDryRun = false
    var isStopping = false
    /// One case's actions in their order, as the engine splits them.
    var waiting: [[RepairAction]]
    /// By the action under way: what follows it in its case.
    var underWay: [String: [RepairAction]] = [:]
  }

  mutating func next() -> [Assignment] {
    switch self {
    case .daily(var job):
      let tasks = job.next()
      self = .daily(job)
      return tasks.map { Assignment(task: $0, action: nil) }
    case .plan(var plan):
      let assignments = plan.next()
      self = .plan(plan)
      return assignments
    }
  }

  mutating func ended(_ task: MirrorTask, _ outcome: CaseOutcome?) {
    switch self {
    case .daily(var job):
      job.ended(receivedID: task.receivedID, outcome)
      self = .daily(job)
    case .plan(var plan):
      plan.ended(task, outcome)
      self = .plan(plan)
    }
  }

  mutating func stop() {
    switch self {
    case .daily(var job):
      job.stop()
      self = .daily(job)
    case .plan(var plan):
      plan.isStopping = true
      self = .plan(plan)
    }
  }

  var isOver: Bool {
    switch self {
    case .daily(let job): job.isOver
    case .plan(let plan): plan.underWay.isEmpty && (plan.waiting.isEmpty || plan.isStopping)
    }
  }
}

extension EngineWork.PlanWork {
  init(_ plan: RepairPlan, _ actions: [RepairAction], concurrency: Int, isDryRun: Bool = false) {
    id = plan.id
    self.concurrency = concurrency
    self.isDryRun = isDryRun
    waiting = ActionCases.split(actions).map { $0.map { actions[$0] } }
  }

  fileprivate mutating func next() -> [EngineWork.Assignment] {
    var assignments: [EngineWork.Assignment] = []
    while !isStopping, underWay.count < concurrency, !waiting.isEmpty {
      var following = waiting.removeFirst()
      let action = following.removeFirst()
      underWay[action.id] = following
      assignments.append(
        EngineWork.Assignment(
          task: .action(action, dryRun: isDryRun),
          action: ActionReference(planID: id, actionID: action.id)))
    }
    return assignments
  }

  fileprivate mutating func ended(_ task: MirrorTask, _ outcome: CaseOutcome?) {
    guard case .action(let action, _) = task,
      let following = underWay.removeValue(forKey: action.id)
    else { return }
    // What follows an action that failed waits for the next execution, as the engine's does.
    let goesOn = outcome.map { isDryRun || $0.kind != .failed } ?? false
    if goesOn, !following.isEmpty { waiting.insert(following, at: 0) }
  }
}
