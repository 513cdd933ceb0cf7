import Invoicing
import RepairPlans

@testable import Mirroring

/// One received invoice, its machine, its journal, a clock, and bad luck: all from one seed.
struct TinyWorld {
  struct Luck {
    /// How often in a hundred commands the engine is killed.
    var kills = 0
    /// How often in a hundred events it is told to stop.
    var stops = 0
  }

  let settings: MirroringSettings
  var luck: Luck
  var task = MirrorTask.daily(receivedID: "R1", twins: [])
  var system: TinySystem
  var journal: [JournalEntry] = []
  var now = Samples.moment("2023-05-10T23:50:00Z")
  var random: SplitMix
  /// What happened, for a person.
  var story: [String] = []
  /// What is wrong, if anything.
  var broken: String?

  init(system: TinySystem, settings: MirroringSettings, luck: Luck, seed: UInt64) {
    self.system = system
    self.settings = settings
    self.luck = luck
    random = SplitMix(seed: seed)
  }

  enum End: Equatable {
    case killed, suspended
    case finished(CaseOutcome)
  }

  /// Runs the case until it ends, is killed, or is stopped.
  mutating func run() -> End {
    var memory = CaseMemory()
    for entry in journal { memory.remember(entry, own: true) }
    var machine = CaseMachine(task: task, memory: memory, settings: settings)
    var event = MirrorEvent.started
    var steps = 0
    while true {
      steps += 1
      if steps > 5_000 {
        broken = "it never ends"
        return .killed
      }
      story.append("\(now) \(event.words)")
      var commands = machine.handle(event, at: now, chance: random.next())
      if luck.stops > 0, steps > 1, random.chance(luck.stops) {
        commands += machine.handle(.stopped, at: now, chance: random.next())
        if case .suspend? = commands.last { commands = commands.filter(\.isWriteOrEnd) }
      }
      switch carryOut(commands) {
      case .next(let next): event = next
      case .ended(let end): return end
      }
    }
  }

  private enum Turn {
    case next(MirrorEvent)
    case ended(End)
  }

  private mutating func carryOut(_ commands: [MirrorCommand]) -> Turn {
    for command in commands {
      if random.chance(luck.kills) { return .ended(.killed) }
      story.append("  \(command.words)")
      switch command {
      case .write(let entry): journal.append(entry)
      case .encode(let draft):
        let text = "\(draft.issueDate) \(draft.totals.gross.decimal)"
        return .next(
          .encoded(CreateBody(bytes: Array(text.utf8), contentType: "text/plain")))
      case .send(let request, let timeout):
        let (event, duration) = system.perform(request, timeout: timeout, at: now)
        now = now.adding(microseconds: duration)
        judge()
        if random.chance(luck.kills) { return .ended(.killed) }
        return .next(event)
      case .wait(let moment):
        now = max(now, moment)
        return .next(.woken)
      case .finish(let outcome): return .ended(.finished(outcome))
      case .suspend: return .ended(.suspended)
      }
    }
    broken = "it awaits nothing"
    return .ended(.killed)
  }

  /// What must hold at every moment.
  mutating func judge() {
    if system.live.count > 1 { broken = broken ?? "two live mirrors" }
    if system.received.isProcessed, system.live.isEmpty {
      broken = broken ?? "processed without a live mirror"
    }
  }

  var lastOfStory: String { story.suffix(60).joined(separator: "\n") }

  /// What is still under way arrives.
  mutating func settle() {
    now = now.adding(microseconds: 1_000_000_000)
    system.arrive(until: now)
    judge()
  }
}

extension MirrorEvent {
  fileprivate var words: String {
    switch self {
    case .answered(.received(let reading)): "received, processed \(reading?.isProcessed ?? false)"
    case .answered(.sources), .answered(.customers): "answered"
    case .answered(.mirrors(let mirrors)): "mirrors \(mirrors.map(\.invoice.id))"
    case .answered(.sent(let reading)): "sent \(reading.map(\.stateWords) ?? "none")"
    default: "\(self)"
    }
  }
}

extension MirrorCommand {
  fileprivate var isWriteOrEnd: Bool {
    switch self {
    case .write, .suspend: true
    case .encode, .send, .wait, .finish: false
    }
  }

  var words: String {
    switch self {
    case .write(.intended(let intent)): "write intended \(intent.key)"
    case .write(.answered(let attempt, let mayExist)):
      "write \(attempt.outcome) \(attempt.sentID ?? "") \(mayExist ? "in doubt" : "")"
    case .encode: "encode"
    case .send(.createMirror(_, let key), _): "create \(key)"
    case .send(let request, _): "\(request)"
    default: "\(self)"
    }
  }
}
