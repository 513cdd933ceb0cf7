internal import Invoicing

/// A request under way, with the failures that it has had.
struct Exchange: Equatable, Sendable {
  let request: SystemRequest
  /// Whether it may be asked again and again: a create never, its every try stands in the journal.
  let repeats: Bool
  let firstTry: Moment
  private(set) var failures = 0

  init(_ request: SystemRequest, repeats: Bool, at now: Moment) {
    self.request = request
    self.repeats = repeats
    firstTry = now
  }

  /// When to send it again, or nil where whoever asked must be told of the failure.
  mutating func retry(after failure: RequestFailure, _ desk: Desk) -> Moment? {
    failures += 1
    guard failure.passes, repeats else { return nil }
    return desk.settings.retries.retry(
      failures: failures, since: firstTry, now: desk.now, after: failure.retryAfterSeconds,
      chance: desk.chance)
  }
}
