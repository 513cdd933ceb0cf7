/// What can go wrong on the way to the economy system, in it, and back.
package enum FaultKind: String, CaseIterable, Hashable, Sendable {
  /// It is done, and the client waits for the answer in vain.
  case lostAnswer = "lost-answer"
  /// It never arrives, and the client waits in vain.
  case lostRequest = "lost-request"
  /// It is done on arrival, and the answer comes late.
  case slow
  /// 500, and nothing is done.
  case errorBefore = "error-before"
  /// It is done, and the answer is 500.
  case errorAfter = "error-after"
  /// 429 with `Retry-After`; nothing is done.
  case rateLimit = "rate-limit"
  /// The connection is cut; whether it was done before is drawn.
  case reset
  /// A created invoice is not listed for some seconds.
  case staleList = "stale-list"
  /// A list changes between two of its pages.
  case shiftingPage = "shifting-page"
}
