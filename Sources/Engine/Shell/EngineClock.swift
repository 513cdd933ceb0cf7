package import Invoicing

/// The time that the engine goes by.
package protocol EngineClock: Sendable {
  func now() -> Moment

  /// Returns at this moment or later; throws where the task is cancelled before.
  func sleep(until moment: Moment) async throws
}
