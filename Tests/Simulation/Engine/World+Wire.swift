internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import Sandbox

@testable import EconomySystems
@testable import Engine

/// The wire between an engine and the books, and what befalls a request on it.
extension World {
  static func body(of draft: MirrorDraft) -> CreateBody {
    let message = PEDraft.message(of: SystemDraft(draft), fields: EconomyBooks.fields)
    return CreateBody(
      bytes: MessageForm.clientInvoice.encode(message, as: .xml),
      contentType: WireFormat.xml.contentType)
  }

  mutating func send(
    _ request: SystemRequest, _ timeout: Int64, _ place: Int, _ life: inout EngineLife,
    _ isLucky: Bool
  ) {
    tally.requests += 1
    let leaving = life.limit?.admit(at: engineNow) ?? engineNow
    let left = now.adding(microseconds: max(0, leaving.microseconds - engineNow.microseconds))
    guard let id = life.cases[place]?.task.receivedID else { return }
    if case .setProcessed(_, let mirror) = request,
      life.cases[place]?.read.contains(mirror) == false
    {
      complain("\(id) is to be marked with \(mirror), which was not read back")
    }
    var journey = Journey(request, id, left, timeout, life.number, place)
    var trouble = isLucky ? nil : draw(&life.dice)
    if trouble == .twice, !mayComeTwice(request) { trouble = nil }
    let staleFor = staleness(request, isLucky, &life.dice)
    journey.travel(trouble, staleFor, &life.dice)
    trace.tell(
      now, 15,
      "    \(id) asks: \(request.words)\(trouble.map { " (\($0.rawValue))" } ?? "")")
    if request.writes, journey.isHidden { inDoubt.insert(id) }
    for arrival in journey.arrivals {
      underWay.append(
        Arrival(
          at: arrival.at, order: newNumber(), request: request, receivedID: id,
          fault: arrival.fault, asker: arrival.asker))
    }
    if let (failure, at) = journey.failure {
      life.awaited.append(
        EngineLife.Awaited(at: at, order: newNumber(), place: place, event: .failed(failure)))
    }
  }

  private func draw(_ dice: inout Dice) -> Trouble? {
    guard dice.chance(script.nature.faultRate) else { return nil }
    return dice.pickIfAny(Trouble.ofRequests.filter(has))
  }

  /// A create that arrives twice makes two where no key tells them apart, and nobody can help it.
  private func mayComeTwice(_ request: SystemRequest) -> Bool {
    !request.isCreate || script.nature.idempotency.retention != .none
  }

  private func staleness(
    _ request: SystemRequest, _ isLucky: Bool, _ dice: inout Dice
  ) -> Int? {
    guard request.isCreate, !isLucky, has(.staleList), script.nature.visibleAfter > 0,
      dice.chance(30)
    else { return nil }
    return dice.within(1...Int(script.nature.visibleAfter / 1_000_000))
  }

  /// A request reaches the books.
  mutating func arrive(_ arrival: Arrival) -> Result<SystemAnswer, RequestFailure> {
    if !arrival.request.writes {
      return books.perform(arrival.request, at: now, fault: arrival.fault)
    }
    let before = books
    let result = books.perform(arrival.request, at: now, fault: arrival.fault)
    let done = books.truth[before.truth.count...].filter {
      ![.read, .refused, .nothing].contains($0.deed)
    }
    for event in done {
      trace.tell(
        now, 16,
        "      the books: \(event.endpoint) \(event.deed.rawValue) "
          + "\(event.subject.map { "\($0)" } ?? "")")
      watch(event, arrival, before)
    }
    return result
  }
}

/// What becomes of one request.
private struct Journey {
  struct Coming {
    let at: Moment
    let fault: Fault?
    let asker: Arrival.Asker?
  }

  let left: Moment
  let timeout: Int64
  let life: Int
  let place: Int
  private(set) var arrivals: [Coming] = []
  private(set) var failure: (RequestFailure, Moment)?
  /// Whether the asker cannot tell if it was carried out.
  private(set) var isHidden = false

  init(
    _ request: SystemRequest, _ id: String, _ left: Moment, _ timeout: Int64, _ life: Int,
    _ place: Int
  ) {
    self.left = left
    self.timeout = timeout
    self.life = life
    self.place = place
  }

  mutating func travel(_ trouble: Trouble?, _ staleFor: Int?, _ dice: inout Dice) {
    let there = Int64(dice.below(100_000)) + 1_000
    let back = Int64(dice.below(100_000)) + 1_000
    let stale = staleFor.map { Fault(.staleList, seconds: $0) }
    switch trouble {
    case nil, .twice:
      come(after: there, stale, back)
      if trouble == .twice { come(after: there + Int64(dice.below(Int(timeout))), stale, nil) }
    case .lostRequest: timeOut()
    case .lostAnswer:
      come(after: there, stale, nil)
      timeOut()
    case .late:
      come(after: timeout + Int64(dice.below(Int(timeout))), stale, nil)
      timeOut()
    case .notSent: failure = (.notSent, left.adding(microseconds: there))
    case .cutBefore:
      failure = (.connectionLost, left.adding(microseconds: there))
      isHidden = true
    case .cutAfter:
      come(after: there, stale, back, isCut: true)
      isHidden = true
    case .errorBefore, .errorAfter:
      isHidden = true
      come(after: there, Fault(trouble == .errorBefore ? .errorBefore : .errorAfter), back)
    case .tooMany: come(after: there, Fault(.rateLimit, seconds: dice.within(1...5)), back)
    case .slow:
      let slow = Int64(dice.below(Int(timeout * 3 / 2)))
      let isTooLate = there + slow + back > timeout
      come(
        after: there, Fault(.slow, milliseconds: Int(slow / 1000)), isTooLate ? nil : slow + back)
      if isTooLate { timeOut() }
    default: preconditionFailure("no trouble of a request")
    }
  }

  private mutating func timeOut() {
    failure = (.timedOut, left.adding(microseconds: timeout))
    isHidden = true
  }

  private mutating func come(
    after delay: Int64, _ fault: Fault?, _ back: Int64?, isCut: Bool = false
  ) {
    let asker = back.map { Arrival.Asker(life: life, place: place, delay: $0, isCut: isCut) }
    arrivals.append(
      Coming(at: left.adding(microseconds: delay), fault: fault, asker: asker))
  }
}
