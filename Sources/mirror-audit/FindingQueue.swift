internal import Auditing
internal import Dispatch
internal import Synchronization

/// Findings in words that one thread hands to another, in their order, some at a time.
///
/// Whoever gives them waits where the other is too far behind, so that memory is bounded.
final class FindingQueue: Sendable {
  private struct State {
    var waiting: [ToldFindings] = []
    var isEnded = false
    /// Whether nobody takes any.
    var isDismissed = false
    var failure: (any Error)?
  }

  /// Pieces that wait at most.
  private static let most = 64

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)

  init() {
    // Not its first value: a semaphore that has less than that when it is let go traps.
    for _ in 0..<Self.most { room.signal() }
  }

  /// Hands some over; throws where the other side has failed.
  func put(_ findings: ToldFindings) throws {
    if state.withLock({ $0.isDismissed }) { return }
    room.wait()
    let failure = state.withLock { state in
      state.waiting.append(findings.withoutEvidence)
      return state.failure
    }
    arrivals.signal()
    if let failure {
      room.signal()
      throw failure
    }
  }

  /// Says that there are no more.
  func end() {
    state.withLock { $0.isEnded = true }
    arrivals.signal()
  }

  /// Says that nobody takes any.
  func dismiss() { state.withLock { $0.isDismissed = true } }

  /// Both sides get the failure; the first counts.
  func fail(_ error: any Error) {
    state.withLock { if $0.failure == nil { $0.failure = error } }
    room.signal()
    arrivals.signal()
  }

  /// The next ones, once they are there; nil behind the last.
  func next() throws -> ToldFindings? {
    arrivals.wait()
    let (findings, failure) = state.withLock { state in
      (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.failure)
    }
    if findings == nil || failure != nil { arrivals.signal() }
    if let failure { throw failure }
    room.signal()
    return findings
  }
}
