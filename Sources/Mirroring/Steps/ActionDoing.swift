internal import Invoicing
internal import RepairPlans

/// Does an action of a plan that makes no invoice: holds what the plan expects against the system,
/// then marks, sends, ends or attaches.
struct ActionDoing: Step {
  enum Phase: Sendable {
    case receiving
    case checking(Int)
    case gathering(SourceGathering)
    case ending(InvoiceEnding)
    case doing(DeedDoing)
    case flagging(FlagSetting)
  }

  let action: RepairAction
  private var phase = Phase.receiving
  private var received: ReceivedReading?
  private var todo: [TouchedInvoice]
  private var done: [String] = []
  private var conclusion: Why?

  init(_ action: RepairAction) {
    self.action = action
    todo = action.invoices.filter { $0.operation != .keep && $0.operation != .mark }
  }

  mutating func begin(_ desk: inout Desk) -> Move {
    if action.kind == .manual { return .conclude(Conclusion(.manual, [], .leftToHands)) }
    if !action.mayRun { return .conclude(Conclusion(.unapproved, [], .unapproved)) }
    if action.receivedID.isEmpty { return check(0, desk) }
    phase = .receiving
    return .ask(.readReceived(id: action.receivedID))
  }

  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Move {
    switch (phase, answer) {
    case (.receiving, .received(let reading)): return take(reading, &desk)
    case (.checking(let place), .sent(let reading)): return take(reading, place, &desk)
    case (.gathering(var gathering), _):
      let result = gathering.answered(answer)
      phase = .gathering(gathering)
      return take(result, desk)
    case (.ending(var ending), _):
      let result = ending.answered(answer, &desk)
      phase = .ending(ending)
      return take(result, ending, &desk)
    case (.doing(var deed), _):
      let result = deed.answered(answer, &desk)
      phase = .doing(deed)
      return take(result, deed, &desk)
    case (.flagging(var flag), _):
      let result = flag.answered(answer)
      phase = .flagging(flag)
      return take(result, flag, &desk)
    default: preconditionFailure("the shell answers another question")
    }
  }

  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Move {
    switch phase {
    case .receiving: return .give(up: .readReceived(id: action.receivedID), failure)
    case .checking(let place):
      return .give(up: .readSent(id: action.expect.sent[place].id), failure)
    case .gathering(let gathering): return .give(up: gathering.firstRequest, failure)
    case .ending(var ending):
      let result = ending.failed(failure, &desk)
      phase = .ending(ending)
      return take(result, ending, &desk)
    case .doing(var deed):
      let result = deed.failed(failure, &desk)
      phase = .doing(deed)
      return take(result, deed, &desk)
    case .flagging(let flag):
      return .conclude(Conclusion(.failed, done + [flag.mirrorID], flag.failed(failure)))
    }
  }

  mutating func woken(_ desk: inout Desk) -> Move {
    switch phase {
    case .ending(var ending):
      let result = ending.woken(desk)
      phase = .ending(ending)
      return take(result, ending, &desk)
    case .doing(var deed):
      let result = deed.woken(desk)
      phase = .doing(deed)
      return take(result, deed, &desk)
    default: preconditionFailure("nothing waits")
    }
  }

  mutating func encoded(_ body: CreateBody, _ desk: inout Desk) -> Move {
    preconditionFailure("nothing is encoded")
  }

  // MARK: What is expected

  private mutating func take(_ reading: ReceivedReading?, _ desk: inout Desk) -> Move {
    received = reading
    if let why = action.expect.received?.objection(to: reading) {
      return .conclude(Conclusion(.stale, [], why))
    }
    if reading == nil, action.kind == .markProcessed || action.kind == .attachFiles {
      return .conclude(Conclusion(.stale, [], .receivedGone(action.receivedID)))
    }
    return check(0, desk)
  }

  /// What was begun before a crash is another than the plan expects, by our own hand.
  private mutating func check(_ place: Int, _ desk: Desk) -> Move {
    var place = place
    while place < action.expect.sent.count {
      let id = action.expect.sent[place].id
      if !desk.memory.hasBegun(on: id) {
        phase = .checking(place)
        return .ask(.readSent(id: id))
      }
      place += 1
    }
    return act(desk)
  }

  private mutating func take(
    _ reading: SentReading?, _ place: Int, _ desk: inout Desk
  ) -> Move {
    let expected = action.expect.sent[place]
    if let why = expected.objection(to: reading) {
      return .conclude(Conclusion(.stale, [expected.id], why))
    }
    return check(place + 1, desk)
  }

  // MARK: The deeds

  private mutating func act(_ desk: Desk) -> Move {
    switch action.kind {
    case .markProcessed: return mark(desk)
    case .attachFiles: return gather(desk)
    default: return next(desk)
    }
  }

  private mutating func mark(_ desk: Desk) -> Move {
    guard let mirror = action.expect.sent.first?.id else {
      return .conclude(Conclusion(.stale, [], .sentGone("")))
    }
    if desk.isDryRun {
      return .conclude(Conclusion(.done, [mirror], .would(.flag, id: mirror)))
    }
    var flag = FlagSetting(receivedID: action.receivedID, mirrorID: mirror)
    let move = flag.begin()
    phase = .flagging(flag)
    return move
  }

  private mutating func gather(_ desk: Desk) -> Move {
    guard let received else { preconditionFailure("it was read") }
    let own = Set(received.files.map(\.sha256))
    if action.attachments.allSatisfy({ own.contains($0.sha256) }) {
      return attach(received.files, desk)
    }
    let gathering = SourceGathering(received: received, for: .files)
    phase = .gathering(gathering)
    return gathering.begin()
  }

  private mutating func take(_ result: SourceGathering.Result, _ desk: Desk) -> Move {
    switch result {
    case .move(let move): return move
    case .problem: return attach(received?.files ?? [], desk)
    case .gathered(let basis): return attach(basis.files(skip: []), desk)
    }
  }

  private mutating func attach(_ known: [FileContent], _ desk: Desk) -> Move {
    var files: [FileContent] = []
    for file in action.attachments {
      guard let content = known.first(where: { $0.sha256 == file.sha256 }) else {
        return .conclude(
          Conclusion(.failed, [], .fileMissing(name: file.name, sha256: file.sha256)))
      }
      files.append(content)
    }
    guard let id = todo.first?.id else { return finish() }
    return begin(
      DeedDoing(
        .attach, receivedID: action.receivedID, id: id,
        goal: .carrying(files.map(\.sha256)), request: .attachFiles(files, id: id)), desk)
  }

  private mutating func next(_ desk: Desk) -> Move {
    guard let invoice = todo.first else { return finish() }
    let expect = action.expect.sent.first { $0.id == invoice.id }
    switch invoice.operation {
    case .delete, .credit:
      var ending = InvoiceEnding(invoice, receivedID: action.receivedID, expect: expect)
      let move = ending.begin(desk)
      phase = .ending(ending)
      return move
    case .send:
      return begin(
        DeedDoing(
          .certify, receivedID: action.receivedID, id: invoice.id, goal: .booked,
          request: .certify(id: invoice.id), expect: expect), desk)
    case .attach, .mark, .keep: preconditionFailure("not a deed of this kind of action")
    }
  }

  private mutating func begin(_ deed: DeedDoing, _ desk: Desk) -> Move {
    var deed = deed
    let move = deed.begin(desk)
    phase = .doing(deed)
    return move
  }

  private mutating func take(
    _ result: InvoiceEnding.Result, _ ending: InvoiceEnding, _ desk: inout Desk
  ) -> Move {
    switch result {
    case .move(let move): return move
    case .conclude(let conclusion): return .conclude(conclusion)
    case .ended:
      done += [ending.id] + (ending.creditNote.map { [$0] } ?? [])
      conclusion =
        ending.creditNote.map { .credited(id: ending.id, note: $0) } ?? .deleted(id: ending.id)
      todo.removeFirst()
      return next(desk)
    }
  }

  private mutating func take(
    _ result: DeedDoing.Result, _ deed: DeedDoing, _ desk: inout Desk
  ) -> Move {
    switch result {
    case .move(let move): return move
    case .conclude(let conclusion): return .conclude(conclusion)
    case .reached(let reading):
      if deed.kind == .certify {
        return begin(
          DeedDoing(
            .send, receivedID: action.receivedID, id: deed.id, goal: .sent,
            request: .send(id: deed.id)), desk)
      }
      done.append(deed.id)
      conclusion =
        deed.kind == .send
        ? .sent(id: deed.id, number: reading?.invoice.number)
        : .attached(count: action.attachments.count, id: deed.id)
      todo.removeFirst()
      return finish()
    }
  }

  private mutating func take(
    _ result: FlagSetting.Result, _ flag: FlagSetting, _ desk: inout Desk
  ) -> Move {
    switch result {
    case .move(let move): return move
    case .failed(let why): return .conclude(Conclusion(.failed, [flag.mirrorID], why))
    case .isSet:
      done.append(flag.mirrorID)
      conclusion = .marked(received: action.receivedID, sent: flag.mirrorID)
      return finish()
    }
  }

  private func finish() -> Move {
    .conclude(Conclusion(.done, done, conclusion ?? .leftToHands))
  }
}
