internal import Invoicing
internal import Mirroring
internal import Synchronization

/// Lets requests of the wire pass as the system's limit allows, and no faster.
final class RequestGate: Sendable {
  private struct State {
    var limit: RateLimit?
    /// Without a limit: until when the system wants to be left alone.
    var heldUntil: Moment?
  }

  private let state: Mutex<State>
  private let clock: any EngineClock

  /// - Parameter limit: nil: the system sets none.
  init(_ limit: RequestLimit?, clock: any EngineClock) {
    state = Mutex(State(limit: limit.map { RateLimit(limit: $0.limit, seconds: $0.seconds) }))
    self.clock = clock
  }

  /// Returns when a request may leave.
  func pass() async {
    let now = clock.now()
    let moment = state.withLock { state in
      state.limit?.admit(at: now) ?? max(now, state.heldUntil ?? now)
    }
    if moment > now { try? await clock.sleep(until: moment) }
  }

  /// The system has asked to be left alone for so many seconds.
  func hold(after failure: RequestFailure) {
    guard let seconds = failure.retryAfterSeconds, seconds > 0 else { return }
    let moment = clock.now().adding(microseconds: Int64(min(seconds, 86_400)) * 1_000_000)
    state.withLock { state in
      state.limit?.hold(until: moment)
      state.heldUntil = max(state.heldUntil ?? moment, moment)
    }
  }
}
