package import Invoicing
internal import RepairPlans

/// The engine's decisions on one received invoice: events in, commands out.
///
/// It opens nothing, awaits nothing and knows neither time nor chance: each event brings both. A
/// machine that is started with what the journal remembers goes on where one before it was killed.
package struct CaseMachine: Sendable {
  package let receivedID: String
  private var work: Work
  private var desk: Desk
  private var state = State.new
  private var isStopping = false

  private enum State: Sendable {
    case new
    case encoding
    case asking(Exchange)
    /// Before the same request is sent again.
    case pausing(Exchange)
    case waiting
    case ended
  }

  package init(task: MirrorTask, memory: CaseMemory, settings: MirroringSettings) {
    receivedID = task.receivedID
    work = Work(task)
    desk = Desk(settings: settings, isDryRun: task.isDryRun, memory: memory)
  }

  /// What is to be done next.
  ///
  /// An event that is not awaited (an answer to another question, two starts) is a mistake of the
  /// shell and a precondition; `stopped` may come at any time.
  package mutating func handle(
    _ event: MirrorEvent, at now: Moment, chance: UInt64
  ) -> [MirrorCommand] {
    desk.now = now
    desk.chance = chance
    switch (event, state) {
    case (.stopped, _): return stop()
    case (.started, .new): return make(work.begin(&desk))
    case (.answered(let answer), .asking): return make(work.answered(answer, &desk))
    case (.failed(let failure), .asking(let exchange)): return failed(failure, exchange)
    case (.encoded(let body), .encoding): return make(work.encoded(body, &desk))
    case (.woken, .pausing(let exchange)): return send(exchange)
    case (.woken, .waiting): return make(work.woken(&desk))
    default: preconditionFailure("an event that nobody awaits: the shell confuses two cases")
    }
  }

  /// A request under way is let settle; what waits, waits no longer.
  private mutating func stop() -> [MirrorCommand] {
    isStopping = true
    switch state {
    case .asking, .encoding, .ended: return []
    case .new, .pausing, .waiting: return suspend()
    }
  }

  private mutating func failed(
    _ failure: RequestFailure, _ exchange: Exchange
  ) -> [MirrorCommand] {
    var exchange = exchange
    guard let moment = exchange.retry(after: failure, desk) else {
      return make(work.failed(failure, &desk))
    }
    if isStopping { return suspend() }
    state = .pausing(exchange)
    return [.wait(until: moment)]
  }

  private mutating func make(_ move: Move) -> [MirrorCommand] {
    let entries = desk.takeEntries().map(MirrorCommand.write)
    if case .conclude(let conclusion) = move { return entries + conclude(conclusion) }
    if isStopping { return entries + suspend() }
    switch move {
    case .ask(let request):
      return entries + send(Exchange(request, repeats: true, at: desk.now))
    case .askOnce(let request):
      return entries + send(Exchange(request, repeats: false, at: desk.now))
    case .wait(let moment):
      state = .waiting
      return entries + [.wait(until: moment)]
    case .encode(let draft):
      state = .encoding
      return entries + [.encode(draft)]
    case .conclude: return []
    }
  }

  private mutating func send(_ exchange: Exchange) -> [MirrorCommand] {
    state = .asking(exchange)
    return [.send(exchange.request, timeout: desk.settings.timeout)]
  }

  private mutating func suspend() -> [MirrorCommand] {
    state = .ended
    return [.suspend]
  }

  private mutating func conclude(_ conclusion: Conclusion) -> [MirrorCommand] {
    state = .ended
    let outcome = CaseOutcome(
      receivedID: receivedID, kind: conclusion.kind, invoiceIDs: conclusion.invoiceIDs,
      why: conclusion.why.sentence, at: desk.now)
    desk.write(.finished(outcome))
    return desk.takeEntries().map(MirrorCommand.write) + [.finish(outcome)]
  }
}
