/// When a fault strikes: a `[[fault]]` of the faults file.
package struct FaultRule: Hashable, Sendable {
  /// Which of the requests that it covers it strikes.
  package enum Schedule: Hashable, Sendable {
    /// From 0 to 1.
    case probability(Double)
    /// The first is 1.
    case at([Int])
  }

  package var on: Endpoint
  package var schedule: Schedule
  package var kind: FaultKind
  package var milliseconds: Int
  package var seconds: Int

  package init(
    on: Endpoint, _ schedule: Schedule, _ kind: FaultKind, milliseconds: Int = 0, seconds: Int = 0
  ) {
    self.on = on
    self.schedule = schedule
    self.kind = kind
    self.milliseconds = milliseconds
    self.seconds = seconds
  }
}
