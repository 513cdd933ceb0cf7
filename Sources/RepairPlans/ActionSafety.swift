internal import Invoicing

/// Whether an action waits for a person: whatever makes, sends or credits an invoice does.
package enum ActionSafety: UInt8, CodedWord {
  case safe, review

  package var word: StaticString {
    switch self {
    case .safe: "safe"
    case .review: "review"
    }
  }
}
