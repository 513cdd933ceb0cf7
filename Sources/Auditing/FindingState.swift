internal import Invoicing

/// A finding against the snapshot before.
package enum FindingState: UInt8, CodedWord {
  case new, persisting
  /// It stood in the snapshot before and stands no more; its effect is 0.
  case resolved

  package var word: StaticString {
    switch self {
    case .new: "new"
    case .persisting: "persisting"
    case .resolved: "resolved"
    }
  }
}
