internal import Invoicing
internal import Mirroring

/// Asks again for what may be asked twice, as the retry policy has it.
struct Retrying: Sendable {
  let policy: RetryPolicy
  let clock: any EngineClock
  let chance: Chance
  let stop: StopSignal

  /// The answer, or the failure that was the last.
  ///
  /// - Throws: `RequestFailure`, or `Stopped` where the engine is to end.
  func ask<Value>(
    _ request: () async throws(RequestFailure) -> Value
  ) async throws -> Value {
    let first = clock.now()
    var failures = 0
    while true {
      if stop.isStopped { throw Stopped() }
      do throws(RequestFailure) {
        return try await request()
      } catch {
        failures += 1
        guard error.passes else { throw error }
        let moment = policy.retry(
          failures: failures, since: first, now: clock.now(), after: error.retryAfterSeconds,
          chance: chance.next())
        guard let moment else { throw error }
        await stop.wait(until: moment, by: clock)
      }
    }
  }
}

/// The engine ends before its work does.
struct Stopped: Error {}

extension StopSignal {
  /// Returns at this moment, or when the engine is to end.
  func wait(until moment: Moment, by clock: any EngineClock) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { try? await clock.sleep(until: moment) }
      group.addTask { await self.wait() }
      await group.next()
      group.cancelAll()
    }
  }
}
