internal import Auditing
internal import Invoicing
internal import Mirroring
internal import RepairPlans
internal import Sandbox

/// A world in virtual time: books, engines, people, auditors, and what they do to one another.
struct World: Sendable {
  let script: Script
  var books: EconomyBooks
  var journal = MemoryJournal()
  /// The true time; the engine's clock is `clockError` microseconds ahead.
  var now = Script.start
  var clockError: Int64 = 0
  var trace: Trace
  /// What is wrong, if anything: the first thing that was seen.
  private(set) var wrong: String?
  /// Requests that have left and not arrived.
  var underWay: [Arrival] = []
  /// Counts what has an order: requests, engine lives.
  var count = 0
  /// Received invoices of which some request's fate was hidden from the engine.
  var inDoubt: Set<String> = []
  var guardian = WriteGuard.nobody
  var memory = AuditMemory()
  /// The links that the plan under way was drawn from.
  var linkedBefore: [String: String] = [:]
  var tally = Tally()
  /// Amounts that an invoice has: none has another's.
  var usedAmounts: Set<Int64> = []

  /// How much of what was exercised.
  struct Tally: Sendable {
    var creates = 0
    var requests = 0
    var lives = 0
    var kills = 0
    var audits = 0
    var findings = 0
    var repairs = 0
    var actions: [ActionOutcome: Int] = [:]
    var cases: [ActionOutcome: Int] = [:]
    var rules: [String: Int] = [:]

    mutating func add(_ other: Tally) {
      creates += other.creates
      requests += other.requests
      lives += other.lives
      kills += other.kills
      audits += other.audits
      findings += other.findings
      repairs += other.repairs
      actions.merge(other.actions, uniquingKeysWith: +)
      cases.merge(other.cases, uniquingKeysWith: +)
      rules.merge(other.rules, uniquingKeysWith: +)
    }
  }

  init(_ script: Script, isTold: Bool = false) {
    self.script = script
    trace = Trace(isKept: isTold)
    books = EconomyBooks(script.nature, at: Script.start)
  }

  /// The moment by the clock of the engine's machine.
  var engineNow: Moment { now.adding(microseconds: clockError) }

  func has(_ trouble: Trouble) -> Bool { script.troubles.contains(trouble) }

  mutating func complain(_ words: @autoclosure () -> String) {
    guard wrong == nil else { return }
    let words = words()
    wrong = words
    trace.tell(now, 99, "WRONG: \(words)")
  }

  /// Plays the whole script.
  mutating func play() {
    for happening in script.happenings {
      if wrong != nil { return }
      now = max(now, happening.at)
      trace.tell(now, UInt64(happening.number), "\(happening)")
      var dice = Dice(seed: happening.seed)
      happen(happening.kind, &dice)
      settle()
    }
    trace.add(UInt64(books.truth.count))
  }

  private mutating func happen(_ kind: Happening.Kind, _ dice: inout Dice) {
    switch kind {
    case .invoice(let receipt): issue(receipt, &dice)
    case .oldRun(let keys): oldRun(keys, &dice)
    case .dailyRun: dailyRun(&dice)
    case .person(let deed): act(deed, &dice)
    case .audit: audit(&dice)
    case .repair: repair(&dice)
    case .clock(let seconds): clockError += seconds * 1_000_000
    }
  }

  /// What is under way arrives.
  mutating func settle() {
    guardian = .nobody
    while let next = nextArrival {
      now = max(now, underWay[next].at)
      _ = arrive(underWay.remove(at: next))
    }
  }

  /// Time passes; what is under way arrives at its moment.
  mutating func pass(_ microseconds: Int64) {
    let end = now.adding(microseconds: microseconds)
    while let next = nextArrival, underWay[next].at <= end {
      now = max(now, underWay[next].at)
      _ = arrive(underWay.remove(at: next))
    }
    now = end
  }

  /// The place of the request that arrives first.
  var nextArrival: Int? {
    underWay.indices.min {
      (underWay[$0].at, underWay[$0].order) < (underWay[$1].at, underWay[$1].order)
    }
  }
}
