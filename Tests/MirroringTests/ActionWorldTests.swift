import Invoicing
import RepairPlans
import Testing

@testable import Mirroring

/// A plan's actions in worlds in which everything goes wrong: each is done once, whole.
@Suite struct ActionWorldTests {
  static let seedsOfEach = 400

  enum Deed: CaseIterable, Sendable {
    case create, replaceDraft, replaceBooked, deleteDraft, creditBooked, send, mark
  }

  @Test(arguments: Deed.allCases)
  func `an action is done once, whatever is lost and whoever is killed`(deed: Deed) {
    var done = 0
    for seed in 0..<UInt64(Self.seedsOfEach) {
      var world = Self.world(deed, seed)
      let outcome = Self.runUntilItEnds(&world)
      let wrong = Self.fault(of: &world, deed, outcome)
      #expect(wrong == nil, "seed \(seed): \(wrong ?? "")\n\(world.lastOfStory)")
      if wrong != nil { return }
      if outcome?.kind == .done { done += 1 }
    }
    #expect(done > Self.seedsOfEach * 3 / 4)
  }

  private static func world(_ deed: Deed, _ seed: UInt64) -> TinyWorld {
    var random = SplitMix(seed: seed &+ 77_000)
    let visibleAfter = random.pick([0, 5_000_000, 60_000_000] as [Int64])
    var system = TinySystem(
      mode: random.pick(TinySystem.Mode.allCases.filter { $0 != .currentUnnamed }),
      retention: 86_400_000_000,
      faults: TinySystem.Faults(rate: random.pick([0, 10, 30, 60]), visibleAfter: visibleAfter),
      seed: random.next())
    let before = Samples.moment("2023-05-10T23:00:00Z")
    let isBooked = deed == .replaceBooked || deed == .creditBooked
    if deed != .create { system.add(body: nil, status: isBooked ? .booked : .draft, at: before) }
    var world = TinyWorld(
      system: system,
      settings: MirroringSettings(timeout: 1_000_000, visibleAfter: visibleAfter),
      luck: TinyWorld.Luck(kills: random.pick([0, 5, 20]), stops: random.pick([0, 3])),
      seed: random.next())
    world.task = .action(action(deed), dryRun: false)
    return world
  }

  private static func action(_ deed: Deed) -> RepairAction {
    switch deed {
    case .create: Actions.create()
    case .replaceDraft: Actions.replace("S1", draft: true)
    case .replaceBooked: Actions.replace("S1", draft: false)
    case .deleteDraft: Actions.cancel("S1", draft: true)
    case .creditBooked: Actions.cancel("S1", draft: false)
    case .send: Actions.send("S1")
    case .mark: Actions.mark("S1")
    }
  }

  private static func runUntilItEnds(_ world: inout TinyWorld) -> CaseOutcome? {
    for run in 0..<100 {
      if run == 50 { world.luck = TinyWorld.Luck() }
      let end = world.run()
      if world.broken != nil { return nil }
      world.story.append("\(end)")
      world.now = world.now.adding(microseconds: Int64(world.random.below(3_000_000)))
      if case .finished(let outcome) = end, outcome.kind != .failed { return outcome }
    }
    return nil
  }

  private static func fault(
    of world: inout TinyWorld, _ deed: Deed, _ outcome: CaseOutcome?
  ) -> String? {
    world.settle()
    if let broken = world.broken { return broken }
    guard let outcome else { return "no outcome" }
    let system = world.system
    let notes = system.invoices.flatMap(\.notes)
    if notes.count > 1 { return "credited \(notes.count) times" }
    if outcome.kind == .unknown { return nil }
    if outcome.kind != .done { return "\(outcome.kind): \(outcome.why)" }
    switch deed {
    case .deleteDraft, .creditBooked:
      if !system.live.isEmpty { return "it lives" }
    case .create, .replaceDraft, .replaceBooked, .mark, .send:
      if system.live.count != 1 { return "\(system.live.count) live" }
    }
    if deed == .creditBooked || deed == .replaceBooked {
      if notes.map(\.status) != [.booked] { return "the credit note is \(notes)" }
    }
    if deed == .send, system.live.first?.status != .sent { return "it is not sent" }
    if deed != .send, !system.live.isEmpty, !system.received.isProcessed { return "no flag" }
    return nil
  }
}
