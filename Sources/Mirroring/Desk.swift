internal import Invoicing
internal import RepairPlans

/// What a step may look at and write on while it decides.
struct Desk: Sendable {
  let settings: MirroringSettings
  /// Nothing is written: neither to the system nor to the journal.
  let isDryRun: Bool
  var memory: CaseMemory
  var now: Moment
  var chance: UInt64 = 0
  /// What is to be written before the move is made.
  private(set) var entries: [JournalEntry] = []

  init(
    settings: MirroringSettings, isDryRun: Bool, memory: CaseMemory,
    now: Moment = Moment(microseconds: 0)
  ) {
    self.settings = settings
    self.isDryRun = isDryRun
    self.memory = memory
    self.now = now
  }

  /// Of a dry run nothing is kept: what it would do next must not rest on what it did not do.
  mutating func write(_ entry: JournalEntry) {
    if isDryRun { return }
    memory.remember(entry, own: true)
    entries.append(entry)
  }

  mutating func takeEntries() -> [JournalEntry] {
    defer { entries = [] }
    return entries
  }

  /// When a look tells for sure whether a request that failed now was carried out.
  ///
  /// One that timed out may still be under way; it is given as long again to arrive.
  func sure(after failure: RequestFailure) -> Moment {
    let underWay = failure == .timedOut || failure == .keyInUse
    return now.adding(
      microseconds: settings.visibleAfter + (underWay ? settings.timeout : 0))
  }

  /// The same of a request sent at a moment, of whose end nothing is known.
  func sure(ofTryAt moment: Moment) -> Moment {
    moment.adding(microseconds: settings.visibleAfter + 2 * settings.timeout)
  }
}
