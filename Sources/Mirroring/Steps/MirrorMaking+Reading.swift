internal import Invoicing
internal import RepairPlans

extension MirrorMaking {
  mutating func take(_ reading: ReceivedReading?, _ desk: inout Desk) -> Move {
    guard let reading else {
      let kind: ActionOutcome = order.isPlanned ? .stale : .manual
      return .conclude(Conclusion(kind, [], .receivedGone(order.receivedID)))
    }
    if let conclusion = order.judge(reading) { return .conclude(conclusion) }
    received = reading
    let gathering = SourceGathering(
      received: reading, for: order.customer.map { .planned($0) } ?? .mirror)
    phase = .gathering(gathering)
    return gathering.begin()
  }

  mutating func take(_ result: SourceGathering.Result, _ desk: inout Desk) -> Move {
    switch result {
    case .move(let move): return move
    case .problem(let why): basis = .failure(Problem(why: why))
    case .gathered(let gathered):
      if let why = order.changed(in: gathered) { return .conclude(Conclusion(.stale, [], why)) }
      basis = .success(gathered)
    }
    return lookAtTwin(0, &desk)
  }

  private mutating func lookAtTwin(_ place: Int, _ desk: inout Desk) -> Move {
    if place == order.twins.count { return lookAgain(&desk) }
    phase = .twin(place)
    return .ask(.findMirrors(receivedID: order.twins[place]))
  }

  mutating func take(
    _ mirrors: [SentReading], ofTwin place: Int, _ desk: inout Desk
  ) -> Move {
    let twin = order.twins[place]
    let live = mirrors.first {
      !$0.isDead && $0.invoice.mirrorOf == twin && $0.invoice.credits == nil
    }
    if let live, mirroredTwin.map({ IdentifierOrder.isBefore(twin, $0.twin) }) ?? true {
      mirroredTwin = (twin, live.invoice.id)
    }
    return lookAtTwin(place + 1, &desk)
  }

  mutating func lookAgain(_ desk: inout Desk) -> Move {
    guard let received else { preconditionFailure("it is read first") }
    let look = MirrorLook(
      received: received, linked: order.linked, others: order.others, desk)
    self.look = look
    phase = .looking
    return look.begin()
  }

  mutating func looked(_ answer: SystemAnswer, _ desk: inout Desk) -> Move {
    if let move = look?.answered(answer, desk) { return move }
    return decide(&desk)
  }

  /// Nobody has looked, so that nothing is unknown yet: the next run looks before it tries.
  func lookFailed(_ failure: RequestFailure) -> Move {
    if tries.next == .firstTry {
      return .give(up: .findMirrors(receivedID: order.receivedID), failure)
    }
    return .conclude(
      Conclusion(.failed, ended, .lookFailed(received: order.receivedID, failure: failure)))
  }
}

extension MirrorMaking {
  mutating func take(_ result: InvoiceEnding.Result, _ desk: inout Desk) -> Move {
    switch result {
    case .move(let move): return move
    case .conclude(let conclusion): return .conclude(conclusion)
    case .ended:
      ended.append(endings.removeFirst().id)
      return lookAgain(&desk)
    }
  }
}
