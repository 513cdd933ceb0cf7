import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// Thousands of worlds in which everything goes wrong: never two mirrors, none flagged without one.
@Suite struct NeverTwoTests {
  static let seedsOfEach = 600

  @Test(arguments: TinySystem.Mode.allCases)
  func `a received invoice ends with exactly one mirror or unknown`(mode: TinySystem.Mode) {
    var ends: [ActionOutcome: Int] = [:]
    for seed in 0..<UInt64(Self.seedsOfEach) {
      var world = Self.world(mode, seed)
      let outcome = Self.runUntilItEnds(&world)
      if let outcome { ends[outcome.kind, default: 0] += 1 }
      let wrong = Self.fault(of: &world, outcome)
      #expect(wrong == nil, "seed \(seed): \(wrong ?? "")\n\(world.lastOfStory)")
      if wrong != nil { return }
    }
    #expect(ends[.done, default: 0] > Self.seedsOfEach * 3 / 4)
  }

  private static func world(_ mode: TinySystem.Mode, _ seed: UInt64) -> TinyWorld {
    var random = SplitMix(seed: seed)
    let visibleAfter = random.pick([0, 0, 5_000_000, 60_000_000] as [Int64])
    let settings = MirroringSettings(
      timeout: random.pick([1_000_000, 30_000_000]), visibleAfter: visibleAfter,
      retries: RetryPolicy(budget: random.pick([10_000_000, 300_000_000, 300_000_000])))
    var system = TinySystem(
      mode: mode, retention: random.pick([30_000_000, 86_400_000_000]),
      faults: TinySystem.Faults(rate: random.pick([0, 10, 30, 60]), visibleAfter: visibleAfter),
      seed: random.next())
    prepare(&system, &random)
    return TinyWorld(
      system: system, settings: settings,
      luck: TinyWorld.Luck(kills: random.pick([0, 0, 5, 20]), stops: random.pick([0, 0, 3])),
      seed: random.next())
  }

  /// What was there before: nothing, a mirror that lives, one that was deleted and whose key is
  /// still bound, one that was credited.
  private static func prepare(_ system: inout TinySystem, _ random: inout SplitMix) {
    let before = Samples.moment("2023-05-10T23:00:00Z")
    switch random.below(5) {
    case 0: system.add(body: nil, status: .sent, at: before)
    case 1:
      let id = system.add(body: Samples.body, at: before)
      _ = system.change(id) { $0.isDeleted = true }
      let dead = random.chance(50) ? [String]() : ["S0"]
      system.keys[IntentKey.wireKey(receivedID: "R1", dead: dead)] = TinySystem.Bound(
        body: Samples.body, id: id, at: before)
    case 2:
      let id = system.add(body: nil, status: .sent, at: before)
      _ = system.change(id) { $0.notes = [Samples.note("C9")] }
    default: break
    }
  }

  private static func runUntilItEnds(_ world: inout TinyWorld) -> CaseOutcome? {
    var last: CaseOutcome?
    for run in 0..<100 {
      if run == 50 { world.luck = TinyWorld.Luck() }
      let end = world.run()
      if world.broken != nil { return nil }
      world.story.append("\(end)")
      let gap = world.random.pick([0, 10_000, 2_000_000, 100_000_000] as [Int64])
      world.now = world.now.adding(microseconds: gap)
      if case .finished(let outcome) = end {
        last = outcome
        if outcome.kind != .failed { break }
      }
    }
    return last
  }

  private static func fault(of world: inout TinyWorld, _ outcome: CaseOutcome?) -> String? {
    world.settle()
    if let broken = world.broken { return broken }
    guard let outcome else { return "no outcome" }
    switch outcome.kind {
    case .done:
      if world.system.live.count != 1 { return "done with \(world.system.live.count) live" }
      if world.system.received.mirrorIDs != world.system.live.map(\.id) {
        return "the flag names \(world.system.received.mirrorIDs)"
      }
    case .unknown, .failed, .manual:
      if world.system.received.isProcessed, outcome.kind != .failed { return "flagged, not done" }
      if world.system.mode != .currentUnnamed, world.system.mode != .strict,
        outcome.kind == .manual
      {
        return "left to hands: \(outcome.why)"
      }
    case .stale, .unapproved: return "the daily job ends \(outcome.kind)"
    }
    return nil
  }
}
