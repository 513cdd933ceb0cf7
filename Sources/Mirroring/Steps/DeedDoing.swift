internal import Invoicing
internal import RepairPlans

/// Does something to an invoice by a request that bears no key: looks before, and after.
///
/// After a lost answer it looks again once the system must show what was done, and does it again
/// only where that shows nothing.
struct DeedDoing: Sendable {
  enum Goal: Equatable, Sendable {
    case gone, credited, booked, sent
    /// Its files have these digests.
    case carrying([String])
  }

  enum Result {
    case move(Move)
    /// As it was read last; nil: it is no more.
    case reached(SentReading?)
    case conclude(Conclusion)
  }

  let kind: DeedKind
  let receivedID: String
  let id: String
  let goal: Goal
  let request: SystemRequest
  /// What must hold before it is done, unless it was begun before.
  let expect: ExpectedSent?
  private var isReading = false
  private var began = Moment(microseconds: 0)
  private var notBefore: Moment?
  private var first: Moment?
  private var failures = 0
  private var lastFailure: RequestFailure?
  private var isOver = false
  private var wasDone = false

  init(
    _ kind: DeedKind, receivedID: String, id: String, goal: Goal, request: SystemRequest,
    expect: ExpectedSent? = nil
  ) {
    self.kind = kind
    self.receivedID = receivedID
    self.id = id
    self.goal = goal
    self.request = request
    self.expect = expect
  }

  mutating func begin(_ desk: Desk) -> Move {
    if let deed = desk.memory.ownDeed(kind, on: id) { notBefore = desk.sure(ofTryAt: deed.at) }
    return read(desk)
  }

  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Result {
    switch answer {
    case .sent(let reading) where isReading: return judge(reading, &desk)
    case .done where !isReading: return did(nil, &desk)
    case .credited(let note) where !isReading: return did(note, &desk)
    default: preconditionFailure("the shell answers another question")
    }
  }

  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Result {
    if isReading {
      let isInDoubt = failures > 0 || wasDone
      return .conclude(
        Conclusion(
          isInDoubt ? .unknown : .failed, [id],
          isInDoubt
            ? .deedUnknown(kind, id: id, failure: failure)
            : .gaveUp(.readSent(id: id), failure)))
    }
    failures += 1
    lastFailure = failure
    let retry =
      failure.passes
      ? desk.settings.retries.retry(
        failures: failures, since: first ?? desk.now, now: desk.now,
        after: failure.retryAfterSeconds, chance: desk.chance) : nil
    isOver = retry == nil
    if let retry { wait(until: retry) }
    if failure.mayHaveHappened { wait(until: desk.sure(after: failure)) }
    return .move(read(desk))
  }

  mutating func woken(_ desk: Desk) -> Result { .move(read(desk)) }

  private mutating func read(_ desk: Desk) -> Move {
    isReading = true
    began = desk.now
    return .ask(.readSent(id: id))
  }

  private mutating func judge(_ reading: SentReading?, _ desk: inout Desk) -> Result {
    if desk.memory.ownDeed(kind, on: id) == nil, let why = expect?.objection(to: reading) {
      return .conclude(Conclusion(.stale, [id], why))
    }
    if goal.isReached(by: reading) { return .reached(reading) }
    guard let reading else { return .conclude(Conclusion(.stale, [id], .sentGone(id))) }
    if let notBefore, began < notBefore { return .move(.wait(until: notBefore)) }
    if isOver || wasDone {
      return .conclude(
        Conclusion(.failed, [id], .deedFailed(kind, id: id, failure: lastFailure)))
    }
    if desk.isDryRun { return .conclude(Conclusion(.done, [id], .would(kind, id: id))) }
    return .move(act(on: reading, &desk))
  }

  private mutating func act(on reading: SentReading, _ desk: inout Desk) -> Move {
    desk.write(.acting(Deed(receivedID: receivedID, kind: kind, sentID: id, at: desk.now)))
    isReading = false
    first = first ?? desk.now
    return .askOnce(request(for: reading))
  }

  /// Only what is not on it yet, under names that no file of it has.
  private func request(for reading: SentReading) -> SystemRequest {
    guard case .attachFiles(let files, let id) = request else { return request }
    let there = reading.attachments
    let missing = files.filter { file in !there.contains { $0.sha256 == file.sha256 } }
    return .attachFiles(missing.named(apartFrom: there.map(\.name)), id: id)
  }

  private mutating func did(_ note: String?, _ desk: inout Desk) -> Result {
    desk.write(
      .acted(
        Deed(receivedID: receivedID, kind: kind, sentID: id, creditNoteID: note, at: desk.now)))
    wasDone = true
    wait(until: desk.now.adding(microseconds: desk.settings.visibleAfter))
    return .move(read(desk))
  }

  private mutating func wait(until moment: Moment) {
    notBefore = max(notBefore ?? moment, moment)
  }
}

extension DeedDoing.Goal {
  func isReached(by reading: SentReading?) -> Bool {
    guard let reading else { return self == .gone }
    switch self {
    case .gone: return reading.isDead
    case .credited: return reading.isDead
    case .booked: return reading.invoice.status != .draft
    case .sent: return reading.invoice.status == .sent || reading.invoice.status == .paid
    case .carrying(let digests):
      return digests.allSatisfy { digest in
        reading.attachments.contains { $0.sha256 == digest }
      }
    }
  }
}
