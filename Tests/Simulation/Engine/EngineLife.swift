internal import Invoicing
internal import Mirroring

@testable import Engine

/// An engine from its start to its end: the cases under way, and what they wait for.
///
/// It does what the shell of production does with a machine's commands, in virtual time.
struct EngineLife: Sendable {
  struct CaseUnderWay: Sendable {
    let task: MirrorTask
    let action: ActionReference?
    var machine: CaseMachine
    /// Whether the last that it heard was a failure: then it could not look.
    var isBlind = false
    /// The sent invoices that it has read one by one.
    var read: Set<String> = []
  }

  struct Awaited: Sendable {
    let at: Moment
    let order: Int
    let place: Int
    let event: MirrorEvent
  }

  enum End: Hashable, Sendable { case done, killed, stopped }

  let number: Int
  var cases: [Int: CaseUnderWay] = [:]
  var awaited: [Awaited] = []
  var limit: Mirroring.RateLimit?
  var isStopping = false
  var isDead = false
  var dice: Dice

  /// The place of what comes next of its own.
  var nextAwaited: Int? {
    awaited.indices.min {
      (awaited[$0].at, awaited[$0].order) < (awaited[$1].at, awaited[$1].order)
    }
  }
}

extension World {
  var settings: MirroringSettings {
    MirroringSettings(
      timeout: script.nature.timeout, visibleAfter: script.nature.visibleAfter,
      retries: RetryPolicy(budget: script.nature.retryBudget))
  }

  mutating func newNumber() -> Int {
    count += 1
    return count
  }

  /// One life: from the start until all is done, or the engine's end.
  mutating func live(_ work: inout EngineWork, isLucky: Bool, _ dice: inout Dice) -> EngineLife.End
  {
    tally.lives += 1
    var life = EngineLife(number: newNumber(), dice: Dice(seed: dice.next()))
    if script.nature.hasRateLimit { life.limit = Mirroring.RateLimit(limit: 10, seconds: 5) }
    var steps = 0
    while !work.isOver {
      for assignment in work.next() { begin(assignment, &life, &work, isLucky) }
      if life.isDead { return bury(life) }
      // All that began ended at once.
      if life.cases.isEmpty { continue }
      guard takeStep(&life, &work, isLucky) else { break }
      if life.isDead { return bury(life) }
      steps += 1
      if steps > 100_000 { complain("an engine that never ends") }
      if wrong != nil { return .killed }
    }
    if !work.isOver { complain("an engine waits for nothing") }
    return life.isStopping ? .stopped : .done
  }

  private mutating func begin(
    _ assignment: EngineWork.Assignment, _ life: inout EngineLife, _ work: inout EngineWork,
    _ isLucky: Bool
  ) {
    if life.isDead { return }
    let id = assignment.task.receivedID
    let memory = journal.memory(of: id, for: assignment.action)
    let place = newNumber()
    life.cases[place] = EngineLife.CaseUnderWay(
      task: assignment.task, action: assignment.action,
      machine: CaseMachine(task: assignment.task, memory: memory, settings: settings))
    handle(.started, place, &life, &work, isLucky)
  }

  /// What comes next, of requests that arrive and of what the cases wait for.
  private mutating func takeStep(
    _ life: inout EngineLife, _ work: inout EngineWork, _ isLucky: Bool
  ) -> Bool {
    let arrival = nextArrival
    guard let next = life.nextAwaited else {
      guard let arrival else { return false }
      return arrive(at: arrival, &life)
    }
    let awaited = life.awaited[next]
    if let arrival, (underWay[arrival].at, underWay[arrival].order) < (awaited.at, awaited.order) {
      return arrive(at: arrival, &life)
    }
    life.awaited.remove(at: next)
    now = max(now, awaited.at)
    if life.cases[awaited.place] != nil {
      handle(awaited.event, awaited.place, &life, &work, isLucky)
    }
    return true
  }

  private mutating func arrive(at place: Int, _ life: inout EngineLife) -> Bool {
    let arrival = underWay.remove(at: place)
    now = max(now, arrival.at)
    let result = arrive(arrival)
    guard let asker = arrival.asker, asker.life == life.number else { return true }
    var event: MirrorEvent =
      switch result {
      case .success(let answer): .answered(answer)
      case .failure(let failure): .failed(failure)
      }
    if asker.isCut { event = .failed(.connectionLost) }
    if case .failed(.rateLimited(let seconds)) = event {
      life.limit?.hold(until: engineNow.adding(microseconds: Int64(seconds ?? 1) * 1_000_000))
    }
    life.awaited.append(
      EngineLife.Awaited(
        at: now.adding(microseconds: asker.delay), order: newNumber(), place: asker.place,
        event: event))
    return true
  }

  private mutating func handle(
    _ event: MirrorEvent, _ place: Int, _ life: inout EngineLife, _ work: inout EngineWork,
    _ isLucky: Bool
  ) {
    guard var underWay = life.cases[place] else { return }
    trace.tell(now, 11, "    \(underWay.task.receivedID) hears \(event.timelineWords)")
    if case .failed = event { underWay.isBlind = true } else { underWay.isBlind = false }
    if case .answered(.sent(let reading?)) = event { underWay.read.insert(reading.invoice.id) }
    let commands = underWay.machine.handle(event, at: engineNow, chance: life.dice.next())
    life.cases[place] = underWay
    carryOut(commands, place, &life, &work, isLucky)
    guard !life.isDead, !life.isStopping, !isLucky, has(.stop),
      life.dice.below(1000) < script.nature.killRate / 4
    else { return }
    stop(&life, &work)
  }

  /// The engine is told to end: each case lets its request settle.
  private mutating func stop(_ life: inout EngineLife, _ work: inout EngineWork) {
    trace.tell(now, 12, "    the engine is told to stop")
    life.isStopping = true
    work.stop()
    for place in life.cases.keys.sorted() {
      guard var underWay = life.cases[place] else { continue }
      let commands = underWay.machine.handle(.stopped, at: engineNow, chance: life.dice.next())
      life.cases[place] = underWay
      if !commands.isEmpty { carryOut(commands, place, &life, &work, true) }
    }
  }

  private mutating func carryOut(
    _ commands: [MirrorCommand], _ place: Int, _ life: inout EngineLife, _ work: inout EngineWork,
    _ isLucky: Bool
  ) {
    guard let underWay = life.cases[place] else { return }
    for command in commands {
      if !isLucky, has(.kill), life.dice.below(1000) < script.nature.killRate {
        return die(&life, "the engine is killed")
      }
      switch command {
      case .write(let entry):
        if !isLucky, has(.diskFull), life.dice.below(1000) < script.nature.killRate / 4 {
          return die(&life, "the journal's disk is full")
        }
        trace.tell(now, 13, "    \(entry.timelineWords)")
        journal.append(entry, for: underWay.action)
      case .encode(let draft):
        let body = Self.body(of: draft)
        return handle(.encoded(body), place, &life, &work, isLucky)
      case .send(let request, let timeout):
        return send(request, timeout, place, &life, isLucky)
      case .wait(let moment):
        let delay = max(0, moment.microseconds - engineNow.microseconds)
        life.awaited.append(
          EngineLife.Awaited(
            at: now.adding(microseconds: delay), order: newNumber(), place: place, event: .woken))
        return
      case .finish(let outcome):
        life.cases[place] = nil
        end(underWay, outcome)
        return work.ended(underWay.task, outcome)
      case .suspend:
        life.cases[place] = nil
        return work.ended(underWay.task, nil)
      }
    }
  }

  private mutating func die(_ life: inout EngineLife, _ why: String) {
    trace.tell(now, 14, "    \(why)")
    tally.kills += 1
    life.isDead = true
  }

  private mutating func bury(_ life: EngineLife) -> EngineLife.End {
    for underWay in life.cases.values { inDoubt.insert(underWay.task.receivedID) }
    return .killed
  }
}
