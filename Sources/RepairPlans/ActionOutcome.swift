internal import Invoicing

/// What became of an action.
package enum ActionOutcome: UInt8, CodedWord {
  case done
  /// An expectation no longer held: nothing was done.
  case stale
  case manual, unapproved
  /// It cannot be told what happened; it is never tried again.
  case unknown
  case failed

  package var word: StaticString {
    switch self {
    case .done: "done"
    case .stale: "stale"
    case .manual: "manual"
    case .unapproved: "unapproved"
    case .unknown: "unknown"
    case .failed: "failed"
    }
  }
}
