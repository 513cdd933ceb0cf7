internal import Invoicing
internal import Sandbox

/// All that a seed decides before the world begins: how it is, and what comes over it.
struct Script: Sendable {
  let seed: UInt64
  let nature: Nature
  let months: Int
  var happenings: [Happening]
  var troubles: Set<Trouble>

  /// How a world is from its beginning to its end.
  struct Nature: Sendable {
    var idempotency: IdempotencyMode
    var allowsDeletingCertified: Bool
    var companies: Int
    var customers: Int
    /// In percent of the requests.
    var faultRate: Int
    /// In thousandths of the commands.
    var killRate: Int
    /// How long a request may take, and how late the system lists what it has made, in
    /// microseconds.
    var timeout: Int64
    var visibleAfter: Int64
    var retryBudget: Int64
    var concurrency: Int
    var hasRateLimit: Bool
    /// Whether the engines of old say in the invoice what it mirrors.
    var oldEnginesMark: Bool
  }

  static let start = Moment(microseconds: 1_672_642_800_000_000)
  static let day: Int64 = 86_400_000_000

  init(seed: UInt64) {
    self.seed = seed
    var dice = Dice(seed: seed, part: 1)
    nature = Nature(&dice)
    months = dice.pick([1, 1, 2, 2, 3])
    troubles = Set(Trouble.allCases)
    var drawing = ScriptDrawing(seed: seed, dice)
    for month in 0..<months { drawing.draw(month: month) }
    happenings = drawing.finished()
  }

  /// Without some of its happenings, by their numbers.
  func without(_ numbers: Set<Int>) -> Script {
    var script = self
    script.happenings.removeAll { numbers.contains($0.number) }
    return script
  }
}

extension Script.Nature {
  init(_ dice: inout Dice) {
    let modes = [
      "none", "none", "forever", "ttl=24h", "ttl=1h", "strict+ttl=24h", "strict+forever",
      "current+forever", "strict+current+ttl=24h",
    ]
    idempotency = IdempotencyMode(dice.pick(modes)) ?? .usual
    allowsDeletingCertified = dice.chance(40)
    companies = dice.within(1...3)
    customers = dice.within(2...4)
    faultRate = dice.pick([0, 0, 5, 15, 30, 50])
    killRate = dice.pick([0, 0, 5, 20, 60])
    timeout = dice.pick([1_000_000, 10_000_000, 30_000_000])
    visibleAfter = dice.pick([0, 0, 5_000_000, 60_000_000])
    retryBudget = dice.pick([20_000_000, 300_000_000])
    concurrency = dice.pick([1, 2, 8])
    hasRateLimit = dice.chance(30)
    oldEnginesMark = dice.chance(70)
  }
}

/// Writes the script, month by month.
private struct ScriptDrawing {
  let seed: UInt64
  private var dice: Dice
  private var drawn: [Happening] = []
  private var era: Int

  init(seed: UInt64, _ dice: Dice) {
    self.seed = seed
    self.dice = dice
    era = self.dice.pick([0, 1, 2, 3, 3, 3, 3])
  }

  mutating func draw(month: Int) {
    for _ in 0..<dice.within(2...6) {
      let receipt: Happening.Receipt =
        dice.chance(75) ? .right : dice.pick(Happening.Receipt.allCases)
      add(month, day: dice.within(0...27), hour: 8, .invoice(receipt))
    }
    if era < 3, dice.chance(40) { era = dice.chance(50) ? 3 : era + 1 }
    for run in 0..<dice.within(1...4) {
      add(month, day: 5 + run * 7 + dice.below(3), hour: 2, engine)
    }
    for _ in 0..<dice.within(0...7) {
      add(
        month, day: dice.within(2...28), hour: dice.within(9...16),
        .person(dice.pick(Happening.Deed.allCases)))
    }
    for _ in 0..<dice.below(2) { add(month, day: dice.within(3...28), hour: 6, .audit) }
    if dice.chance(25) {
      add(month, day: dice.within(0...28), hour: 1, .clock(jump))
    }
    add(month, day: 29, hour: 7, dice.chance(75) ? .repair : .audit)
  }

  private var engine: Happening.Kind {
    era < 3 ? .oldRun(Happening.OldKeys.allCases[era]) : .dailyRun
  }

  private var jump: Int64 {
    mutating get { Int64(dice.pick([-86_400, -3600, -1, 1, 600, 90_000])) }
  }

  private mutating func add(_ month: Int, day: Int, hour: Int, _ kind: Happening.Kind) {
    let minutes = Int64(dice.below(60)) * 60_000_000
    let at = Script.start.adding(
      microseconds: Int64(month * 30 + day) * Script.day
        + Int64(hour - 7) * 3_600_000_000 + minutes)
    drawn.append(Happening(number: 0, at: at, kind: kind, seed: dice.next()))
  }

  /// By their moments, numbered.
  func finished() -> [Happening] {
    let sorted = drawn.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    return sorted.enumerated().map { number, entry in
      Happening(
        number: number + 1, at: entry.element.at, kind: entry.element.kind,
        seed: entry.element.seed)
    }
  }
}
