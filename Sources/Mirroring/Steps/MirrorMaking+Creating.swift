internal import Invoicing
internal import RepairPlans

extension MirrorMaking {
  /// The key is that of all the dead that the system shows, the journal remembers and the plan
  /// lists.
  mutating func create(_ look: MirrorLook, _ desk: inout Desk) -> Move {
    let known = desk.memory.dead
    for id in look.ownDead where !known.contains(id) {
      desk.write(.foundDead(receivedID: order.receivedID, sentID: id, at: desk.now))
    }
    let dead = sorted(look.dead + desk.memory.dead + order.dead + ended)
    let key = IntentKey.wireKey(receivedID: order.receivedID, dead: dead)
    let before = desk.memory.intent(of: key)
    if let before, before.mayExist, tries.next == .firstTry,
      desk.memory.outcome?.kind == .unknown
    {
      return .conclude(
        Conclusion(.unknown, ended, .unknownBefore(received: order.receivedID, key: key)))
    }
    guard case .success(let basis)? = basis else { return concludeProblem() }
    if desk.isDryRun { return wouldCreate(key, basis, desk) }
    if let before, before.bindsBody {
      desk.write(.retried(receivedID: order.receivedID, key: key, at: desk.now))
      return send(before.intent, &desk)
    }
    return encode(key, dead, basis, desk)
  }

  private mutating func encode(
    _ key: String, _ dead: [String], _ basis: MirrorBasis, _ desk: Desk
  ) -> Move {
    switch order.draft(of: basis, desk) {
    case .failure(let problem): return .conclude(Conclusion(problem.kind, ended, problem.why))
    case .success(let mirror):
      leftOut = Why.LeftOut(mirror.leftOut)
      phase = .encoding(key: key, dead: dead)
      return .encode(mirror.draft)
    }
  }

  mutating func send(_ intent: CreateIntent, _ desk: inout Desk) -> Move {
    tries.begin(at: desk.now)
    phase = .creating(intent)
    return .askOnce(.createMirror(intent.body, key: intent.key))
  }

  mutating func created(
    _ id: String, isReplay: Bool, _ intent: CreateIntent, _ desk: inout Desk
  ) -> Move {
    answered(isReplay ? .replayed : .created, intent, id: id, mayExist: false, &desk)
    answer = id
    if desk.memory.dead.contains(id) { return died(id, &desk) }
    phase = .readingBack(id: id)
    return .ask(.readSent(id: id))
  }

  /// Whatever happened: it is looked first, and only where nothing is found it is tried again.
  mutating func createFailed(
    _ failure: RequestFailure, _ intent: CreateIntent, _ desk: inout Desk
  ) -> Move {
    switch failure {
    case .keyOfTheGone(let id?):
      answered(.replayed, intent, id: id, mayExist: false, &desk)
      answer = id
      return died(id, &desk)
    case .keyOfTheGone(nil):
      answered(.conflict, intent, id: nil, mayExist: false, &desk)
      return .conclude(
        Conclusion(.manual, ended, .goneUnnamed(received: intent.receivedID, key: intent.key)))
    default:
      let bound = failure == .keyBoundToAnotherBody
      answered(
        failure.attemptOutcome, intent, id: nil, mayExist: failure.mayHaveHappened || bound, &desk)
      tries.failed(failure, intent, desk)
      return lookAgain(&desk)
    }
  }

  private func answered(
    _ outcome: AttemptOutcome, _ intent: CreateIntent, id: String?, mayExist: Bool,
    _ desk: inout Desk
  ) {
    let attempt = Attempt(
      receivedID: intent.receivedID, idempotencyKey: intent.key, attemptedAt: tries.triedAt,
      outcome: outcome, sentID: id)
    desk.write(.answered(attempt, mayExist: mayExist))
  }

  /// A problem of the source matters only where something is to be made of it.
  private func concludeProblem() -> Move {
    guard case .failure(let problem)? = basis else { preconditionFailure("it is gathered first") }
    return .conclude(Conclusion(order.isPlanned ? .stale : .manual, ended, problem.why))
  }

  private func wouldCreate(_ key: String, _ basis: MirrorBasis, _ desk: Desk) -> Move {
    let totals = order.totals(of: basis, desk)
    return .conclude(
      Conclusion(
        .done, [],
        .wouldCreate(
          received: order.receivedID, customer: totals.customer ?? "", gross: totals.gross,
          key: key)))
  }

  private func sorted(_ ids: [String]) -> [String] {
    Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension RequestFailure {
  fileprivate var attemptOutcome: AttemptOutcome {
    switch self {
    case .timedOut, .connectionLost: .timeout
    case .keyInUse, .keyBoundToAnotherBody, .keyOfTheGone: .conflict
    case .notSent, .rateLimited, .unavailable, .refused, .unreadable: .failed
    }
  }
}
