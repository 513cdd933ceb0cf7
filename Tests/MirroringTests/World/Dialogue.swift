import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// A machine and what is said to it: event, commands, event, commands.
struct Dialogue {
  var machine: CaseMachine
  var now = Samples.moment("2023-05-10T12:00:00Z")
  var journal: [JournalEntry] = []

  init(
    _ task: MirrorTask = .daily(receivedID: "R1", twins: []), journal: [JournalEntry] = [],
    settings: MirroringSettings = MirroringSettings()
  ) {
    var memory = CaseMemory()
    for entry in journal { memory.remember(entry, own: true) }
    machine = CaseMachine(task: task, memory: memory, settings: settings)
  }

  /// What follows the event, without what is written.
  mutating func say(_ event: MirrorEvent, after seconds: Int64 = 0) -> [MirrorCommand] {
    now = now.adding(microseconds: seconds * 1_000_000)
    let commands = machine.handle(event, at: now, chance: 0)
    return commands.filter {
      if case .write(let entry) = $0 {
        journal.append(entry)
        return false
      }
      return true
    }
  }

  /// Answers in turn; what follows the last.
  mutating func answer(_ answers: SystemAnswer...) -> [MirrorCommand] {
    var commands: [MirrorCommand] = []
    for answer in answers { commands = say(.answered(answer)) }
    return commands
  }

  /// Up to the look: it has been started, and all that a mirror is made of was read.
  mutating func gather() -> [MirrorCommand] {
    _ = say(.started)
    return answer(
      .received(Samples.received()), .sources([Samples.source()]), .customers([Samples.customer]))
  }

  /// Up to the create: nothing was there.
  mutating func create() -> [MirrorCommand] {
    _ = gather()
    _ = answer(.mirrors([]))
    return say(.encoded(Samples.body))
  }
}

extension [MirrorCommand] {
  /// The one request that is sent.
  var request: SystemRequest? {
    if count == 1, case .send(let request, _) = self[0] { request } else { nil }
  }

  var outcome: CaseOutcome? {
    if count == 1, case .finish(let outcome) = self[0] { outcome } else { nil }
  }

  var ending: String? { outcome.map { "\($0.kind.name) \($0.invoiceIDs): \($0.why)" } }
}
