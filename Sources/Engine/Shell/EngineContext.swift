internal import Mirroring

/// What the engine goes by and reports to: all that is not its own comes in here.
package struct EngineContext: Sendable {
  package var clock: any EngineClock
  package var chance: Chance
  package var stop: StopSignal
  /// Is told what is being done, for a person who watches.
  package var progress: @Sendable (String) -> Void

  package init(
    clock: any EngineClock = SystemClock(), chance: Chance = Chance(),
    stop: StopSignal = StopSignal(), progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.clock = clock
    self.chance = chance
    self.stop = stop
    self.progress = progress
  }

  func retrying(_ policy: RetryPolicy) -> Retrying {
    Retrying(policy: policy, clock: clock, chance: chance, stop: stop)
  }
}
