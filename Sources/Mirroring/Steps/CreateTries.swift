internal import Invoicing

/// How the creates of one key fared, in this run.
struct CreateTries: Sendable {
  /// What is to follow, once a look has found nothing.
  enum Next: Equatable, Sendable {
    case firstTry
    case anotherTry
    /// The budget is over, or the request was refused: nothing was made.
    case fail(RequestFailure)
    /// Nothing is found, and nobody can tell.
    case unknown(Why)
  }

  private(set) var next = Next.firstTry
  /// Before this moment no look tells for sure, and no try is due.
  private(set) var notBefore: Moment?
  private(set) var triedAt = Moment(microseconds: 0)
  private var first: Moment?
  private var failures = 0

  mutating func begin(at now: Moment) {
    triedAt = now
    first = first ?? now
  }

  /// No look before this moment tells for sure.
  mutating func wait(until moment: Moment) {
    notBefore = max(notBefore ?? moment, moment)
  }

  mutating func failed(_ failure: RequestFailure, _ intent: CreateIntent, _ desk: Desk) {
    failures += 1
    if failure.mayHaveHappened { wait(until: desk.sure(after: failure)) }
    switch failure {
    case .refused, .keyOfTheGone: next = .fail(failure)
    case .keyBoundToAnotherBody:
      wait(until: desk.sure(after: .timedOut))
      next = .unknown(.boundAndNotFound(received: intent.receivedID, key: intent.key))
    case .timedOut, .connectionLost, .notSent, .rateLimited, .unavailable, .unreadable, .keyInUse:
      retry(failure, intent, desk)
    }
  }

  private mutating func retry(_ failure: RequestFailure, _ intent: CreateIntent, _ desk: Desk) {
    let moment = desk.settings.retries.retry(
      failures: failures, since: first ?? desk.now, now: desk.now,
      after: failure.retryAfterSeconds, chance: desk.chance)
    if let moment {
      wait(until: moment)
      next = .anotherTry
    } else if failure == .keyInUse {
      next = .unknown(.stillUnderWay(received: intent.receivedID, key: intent.key))
    } else {
      next = .fail(failure)
    }
  }
}
