internal import Invoicing
internal import Mirroring

/// Does what the machine of one case commands, and tells it what comes of it.
struct CaseShell: Sendable {
  let system: any MirroringSystem
  let journal: any CaseJournal
  let settings: MirroringSettings
  let clock: any EngineClock
  let chance: Chance
  let stop: StopSignal

  /// Brings a case to its end, from wherever the journal says that it stands.
  ///
  /// Nil: the engine is to end and the case goes on another time.
  /// - Throws: `JournalError`; then nothing was sent that the journal does not hold.
  func run(
    _ task: MirrorTask, for action: ActionReference? = nil
  ) async throws(JournalError) -> CaseOutcome? {
    let memory = try journal.memory(of: task.receivedID, for: action)
    var machine = CaseMachine(task: task, memory: memory, settings: settings)
    var event = MirrorEvent.started
    var isTold = false
    while true {
      if stop.isStopped, !isTold {
        isTold = true
        // Where an answer is still to be told the machine asks for nothing yet.
        let ending = machine.handle(.stopped, at: clock.now(), chance: chance.next())
        if !ending.isEmpty {
          _ = try await perform(ending, for: action)
          return nil
        }
      }
      let commands = machine.handle(event, at: clock.now(), chance: chance.next())
      switch try await perform(commands, for: action) {
      case .next(let next): event = next
      case .finished(let outcome): return outcome
      case .suspended, .nothing: return nil
      }
    }
  }

  private enum Step {
    case next(MirrorEvent)
    case finished(CaseOutcome)
    case suspended
    /// Nothing but writes.
    case nothing
  }

  private func perform(
    _ commands: [MirrorCommand], for action: ActionReference?
  ) async throws(JournalError) -> Step {
    for command in commands {
      switch command {
      case .write(let entry):
        try await journal.append(entry, for: action)
      case .encode(let draft): return .next(.encoded(system.body(of: draft)))
      case .send(let request, let timeout):
        switch await system.perform(request, timeout: timeout) {
        case .success(let answer): return .next(.answered(answer))
        case .failure(let failure): return .next(.failed(failure))
        }
      case .wait(let moment):
        await stop.wait(until: moment, by: clock)
        return .next(.woken)
      case .finish(let outcome): return .finished(outcome)
      case .suspend: return .suspended
      }
    }
    return .nothing
  }
}
