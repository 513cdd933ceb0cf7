internal import RepairPlans

/// What a case does, step by step.
enum Work: Step {
  case making(MirrorMaking)
  case acting(ActionDoing)

  init(_ task: MirrorTask) {
    switch task {
    case .daily(let id, let twins):
      self = .making(MirrorMaking(.daily(receivedID: id, twins: twins)))
    case .action(let action, _):
      if action.mayRun, let mirror = action.create {
        self = .making(MirrorMaking(.planned(mirror, action)))
      } else {
        self = .acting(ActionDoing(action))
      }
    }
  }

  mutating func begin(_ desk: inout Desk) -> Move {
    switch self {
    case .making(var step):
      defer { self = .making(step) }
      return step.begin(&desk)
    case .acting(var step):
      defer { self = .acting(step) }
      return step.begin(&desk)
    }
  }

  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Move {
    switch self {
    case .making(var step):
      defer { self = .making(step) }
      return step.answered(answer, &desk)
    case .acting(var step):
      defer { self = .acting(step) }
      return step.answered(answer, &desk)
    }
  }

  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Move {
    switch self {
    case .making(var step):
      defer { self = .making(step) }
      return step.failed(failure, &desk)
    case .acting(var step):
      defer { self = .acting(step) }
      return step.failed(failure, &desk)
    }
  }

  mutating func woken(_ desk: inout Desk) -> Move {
    switch self {
    case .making(var step):
      defer { self = .making(step) }
      return step.woken(&desk)
    case .acting(var step):
      defer { self = .acting(step) }
      return step.woken(&desk)
    }
  }

  mutating func encoded(_ body: CreateBody, _ desk: inout Desk) -> Move {
    switch self {
    case .making(var step):
      defer { self = .making(step) }
      return step.encoded(body, &desk)
    case .acting(var step):
      defer { self = .acting(step) }
      return step.encoded(body, &desk)
    }
  }
}
