internal import Invoicing
internal import RepairPlans

/// Makes the mirror of a received invoice and sets its flag: the daily job's case, and what
/// `create-mirror`, `run-engine` and `replace-mirror` of a plan do.
///
/// It reads what the mirror is made of, looks for one that is there, and only then creates; what
/// was created is read back, and only then flagged. After a lost answer it looks before it tries
/// again, with the same key and the same bytes.
struct MirrorMaking: Step {
  enum Phase: Sendable {
    case receiving
    case gathering(SourceGathering)
    /// Looking for mirrors of the twin with this place.
    case twin(Int)
    case looking
    /// Until a look tells for sure, or another try is due.
    case pausing
    case encoding(key: String, dead: [String])
    case creating(CreateIntent)
    case readingBack(id: String)
    /// The same, once more: the system may be late.
    case readingBackLate(id: String)
    case ending(InvoiceEnding)
    case flagging(FlagSetting)
  }

  let order: Order
  var phase = Phase.receiving
  var received: ReceivedReading?
  var basis: Result<MirrorBasis, Problem>?
  var leftOut: Why.LeftOut?
  /// A twin that has a live mirror, with that.
  var mirroredTwin: (twin: String, sent: String)?
  var look: MirrorLook?
  var tries = CreateTries()
  /// What the create of this run answered.
  var answer: String?
  /// Its answers that were dead.
  var replays: [String] = []
  /// What was read back.
  var made: SentReading?
  /// Of a replacement: what is still to be ended, and what has been.
  var endings: [TouchedInvoice]
  var ended: [String] = []

  init(_ order: Order) {
    self.order = order
    endings = order.endings
  }

  mutating func begin(_ desk: inout Desk) -> Move {
    phase = .receiving
    return .ask(.readReceived(id: order.receivedID))
  }

  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Move {
    switch (phase, answer) {
    case (.receiving, .received(let reading)): return take(reading, &desk)
    case (.gathering(var gathering), _):
      let result = gathering.answered(answer)
      phase = .gathering(gathering)
      return take(result, &desk)
    case (.twin(let place), .mirrors(let mirrors)): return take(mirrors, ofTwin: place, &desk)
    case (.looking, _): return looked(answer, &desk)
    case (.creating(let intent), .created(let id, let replayed)):
      return created(id, isReplay: replayed, intent, &desk)
    case (.readingBack(let id), .sent(let reading)),
      (.readingBackLate(let id), .sent(let reading)):
      return readBack(reading, id, &desk)
    case (.ending(var ending), _):
      let result = ending.answered(answer, &desk)
      phase = .ending(ending)
      return take(result, &desk)
    case (.flagging(var flag), _):
      let result = flag.answered(answer)
      phase = .flagging(flag)
      return take(result, flag)
    default: preconditionFailure("the shell answers another question")
    }
  }

  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Move {
    switch phase {
    case .receiving: return .give(up: .readReceived(id: order.receivedID), failure)
    case .gathering(let gathering): return .give(up: gathering.firstRequest, failure)
    case .twin(let place): return .give(up: .findMirrors(receivedID: order.twins[place]), failure)
    case .looking: return lookFailed(failure)
    case .creating(let intent): return createFailed(failure, intent, &desk)
    case .readingBack(let id), .readingBackLate(let id):
      return .conclude(Conclusion(.failed, [id], .readBackFailed(sent: id, failure: failure)))
    case .ending(var ending):
      let result = ending.failed(failure, &desk)
      phase = .ending(ending)
      return take(result, &desk)
    case .flagging(let flag):
      return .conclude(Conclusion(.failed, ended + [flag.mirrorID], flag.failed(failure)))
    case .pausing, .encoding: preconditionFailure("nothing was asked")
    }
  }

  mutating func woken(_ desk: inout Desk) -> Move {
    switch phase {
    case .pausing: return lookAgain(&desk)
    case .readingBackLate(let id): return .ask(.readSent(id: id))
    case .ending(var ending):
      let result = ending.woken(desk)
      phase = .ending(ending)
      return take(result, &desk)
    default: preconditionFailure("nothing waits")
    }
  }

  mutating func encoded(_ body: CreateBody, _ desk: inout Desk) -> Move {
    guard case .encoding(let key, let dead) = phase, case .success(let basis)? = basis else {
      preconditionFailure("nothing is encoded")
    }
    let intent = CreateIntent(
      receivedID: order.receivedID, key: key, dead: dead, body: body,
      expected: order.totals(of: basis, desk), at: desk.now)
    desk.write(.intended(intent))
    return send(intent, &desk)
  }

  struct Problem: Error, Equatable {
    let why: Why
  }
}

extension Move {
  static func give(up request: SystemRequest, _ failure: RequestFailure) -> Move {
    .conclude(Conclusion(.failed, [], .gaveUp(request, failure)))
  }
}
