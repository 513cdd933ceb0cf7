internal import Dispatch
internal import Synchronization

/// Values that one thread hands to another, in their order.
///
/// Whoever gives them waits where the other is too far behind, so that memory is bounded.
package final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isEnded = false
    /// Whether nobody takes any.
    var isDismissed = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)

  /// - Parameter most: how many may wait.
  package init(most: Int) {
    // Not its first value: a semaphore that has less than that when it is let go traps.
    for _ in 0..<most { room.signal() }
  }

  /// Hands one over; throws where the other side has failed.
  package func put(_ element: Element) throws {
    if state.withLock({ $0.isDismissed }) { return }
    room.wait()
    let failure = state.withLock { state in
      state.waiting.append(element)
      return state.failure
    }
    arrivals.signal()
    if let failure {
      room.signal()
      throw failure
    }
  }

  /// Says that there are no more.
  package func end() {
    state.withLock { $0.isEnded = true }
    arrivals.signal()
  }

  /// Says that nobody takes any.
  package func dismiss() { state.withLock { $0.isDismissed = true } }

  /// Both sides get the failure; the first counts.
  package func fail(_ error: any Error) {
    state.withLock { if $0.failure == nil { $0.failure = error } }
    room.signal()
    arrivals.signal()
  }

  /// The next one, once it is there; nil behind the last.
  ///
  /// - Throws: what either side failed with.
  package func next() throws -> Element? {
    arrivals.wait()
    let (element, failure) = state.withLock { state in
      (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.failure)
    }
    if element == nil || failure != nil { arrivals.signal() }
    if let failure { throw failure }
    room.signal()
    return element
  }
}
