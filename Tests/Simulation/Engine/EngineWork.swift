@testable import Engine
internal import Mirroring
internal import RepairPlans

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
    var waiting: [RepairAction]
    var underWay: [String] = []
    let concurrency: Int
    var isDryRun = false
    var isStopping = false
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
      if let place = plan.underWay.firstIndex(of: task.receivedID) {
        plan.underWay.remove(at: place)
      }
      // What follows in the case rests on what has failed, and waits for the next execution.
      if outcome?.kind == .failed, !task.receivedID.isEmpty {
        plan.waiting.removeAll { $0.receivedID == task.receivedID }
      }
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
  fileprivate mutating func next() -> [EngineWork.Assignment] {
    var assignments: [EngineWork.Assignment] = []
    var passed: [RepairAction] = []
    var blocked = underWay
    for action in waiting {
      if isStopping || underWay.count >= concurrency || blocked.contains(action.receivedID) {
        blocked.append(action.receivedID)
        passed.append(action)
        continue
      }
      underWay.append(action.receivedID)
      blocked.append(action.receivedID)
      assignments.append(
        EngineWork.Assignment(
          task: .action(action, dryRun: isDryRun),
          action: ActionReference(planID: id, actionID: action.id)))
    }
    waiting = passed
    return assignments
  }
}
