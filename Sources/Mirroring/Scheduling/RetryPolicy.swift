package import Invoicing

/// When a request that failed is tried again: ever later, scattered, within a budget.
package struct RetryPolicy: Hashable, Sendable {
  /// The longest first pause; it doubles from one to the next.
  package var firstPause: Int64
  /// No pause is longer, unless the system asks for it.
  package var longestPause: Int64
  /// For how long a request is tried, from its first try.
  package var budget: Int64

  /// All in microseconds.
  package init(
    firstPause: Int64 = 500_000, longestPause: Int64 = 30_000_000, budget: Int64 = 300_000_000
  ) {
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.budget = budget
  }

  /// When to try again after so many failures, or nil where the budget would be over by then.
  ///
  /// Half of a pause is fixed, the other half drawn with the random number, so that cases that
  /// failed together do not come back together. A `Retry-After` is never undercut.
  package func retry(
    failures: Int, since first: Moment, now: Moment, after: Int?, chance: UInt64
  ) -> Moment? {
    let moment = now.adding(
      microseconds: max(pause(failures: failures, chance: chance), asked(after)))
    return moment.microseconds - first.microseconds <= budget ? moment : nil
  }

  /// The pause after so many failures, without what the system asks for.
  func pause(failures: Int, chance: UInt64) -> Int64 {
    let doubled = max(0, min(failures - 1, 30))
    let (grown, overflow) = firstPause.multipliedReportingOverflow(by: 1 << Int64(doubled))
    let longest = overflow ? longestPause : min(grown, longestPause)
    let half = longest / 2
    return half + Int64(chance % UInt64(max(1, longest - half + 1)))
  }

  private func asked(_ seconds: Int?) -> Int64 {
    guard let seconds, seconds > 0 else { return 0 }
    return Int64(min(seconds, 1_000_000)) * 1_000_000
  }
}
