import Foundation
import Invoicing
import Synchronization

/// Counts the requests that a sandbox sees, and does something at one of them, before it is
/// handled.
final class RequestCount: Sendable {
  private struct State {
    var seen = 0
    var place: Int?
    var deed: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  var seen: Int { state.withLock { $0.seen } }

  /// Counts anew, and does this at that request; the first is 1.
  func restart(at place: Int? = nil, _ deed: @escaping @Sendable () -> Void = {}) {
    state.withLock { $0 = State(place: place, deed: deed) }
  }

  /// The clock of a sandbox, which it asks once for every request.
  var clock: @Sendable () -> Moment {
    { [self] in
      let deed = state.withLock { state in
        state.seen += 1
        return state.seen == state.place ? state.deed : nil
      }
      deed?()
      return Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
  }
}
