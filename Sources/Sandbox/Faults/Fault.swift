/// A fault that strikes one request.
package struct Fault: Hashable, Sendable {
  package var kind: FaultKind
  /// Of `slow`: how late the answer comes.
  package var milliseconds: Int
  /// Of `stale-list` how long it is not listed, of `rate-limit` what `Retry-After` says.
  package var seconds: Int
  /// A number drawn for it: of `reset` an even one lets the request be done before; of
  /// `shifting-page` an even one skips an element, an odd one gives one twice.
  package var choice: UInt64

  package init(_ kind: FaultKind, milliseconds: Int = 0, seconds: Int = 0, choice: UInt64 = 0) {
    self.kind = kind
    self.milliseconds = milliseconds
    self.seconds = seconds
    self.choice = choice
  }

  /// Whether nothing is done.
  package var isBeforeCommit: Bool {
    switch kind {
    case .lostRequest, .errorBefore, .rateLimit: true
    case .reset: choice % 2 == 1
    case .lostAnswer, .slow, .errorAfter, .staleList, .shiftingPage: false
    }
  }

  var delivery: Delivery {
    switch kind {
    case .lostAnswer, .lostRequest: .never
    case .slow: .late(milliseconds: milliseconds)
    case .reset: .reset
    case .errorBefore, .errorAfter, .rateLimit, .staleList, .shiftingPage: .prompt
    }
  }

  /// What is answered instead, where it is something else.
  func replaces(_ answer: Answer) -> Answer? {
    switch kind {
    case .errorBefore, .errorAfter: .refused(.serverError)
    case .rateLimit: .refused(.tooMany(retryAfter: seconds))
    case .lostAnswer, .lostRequest, .slow, .reset, .staleList, .shiftingPage: nil
    }
  }
}
