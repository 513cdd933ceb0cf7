package import Invoicing

/// A vendor's limit: so many requests within so many seconds, whenever these begin.
package struct RateLimit: Sendable {
  package let requests: Int
  package let seconds: Int
  /// When the latest requests came that were let through, oldest first, from `start` on.
  private var passed: [Moment] = []
  private var start = 0

  package init(requests: Int, seconds: Int) {
    self.requests = requests
    self.seconds = seconds
  }

  /// Nil lets the request through; else the seconds after which one may.
  package mutating func admit(at now: Moment) -> Int? {
    let window = Int64(seconds) * 1_000_000
    while start < passed.count, passed[start].adding(microseconds: window) <= now { start += 1 }
    if start > 1024, start * 2 > passed.count {
      passed.removeFirst(start)
      start = 0
    }
    guard passed.count - start >= requests, start < passed.count else {
      passed.append(now)
      return nil
    }
    let wait = passed[start].microseconds + window - now.microseconds
    return Int((wait + 999_999) / 1_000_000)
  }
}
