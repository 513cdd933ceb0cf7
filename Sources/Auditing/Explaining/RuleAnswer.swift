internal import Invoicing

/// What a rule, or a rung of the ladder that is no finding, said of a case, and why.
package struct RuleAnswer: Equatable, Sendable {
  package enum Answer: UInt8, CodedWord {
    case yes, no
    /// A rung behind the one that holds.
    case notReached
    /// The rule does not judge such a case.
    case notAsked
    /// The extract lacks the file that the rule reads.
    case notRun

    package var word: StaticString {
      switch self {
      case .yes: "yes"
      case .no: "no"
      case .notReached: "not reached"
      case .notAsked: "not asked"
      case .notRun: "not run"
      }
    }
  }

  /// The rule's name; of a rung that is no finding `cancelled`, `pending` or `mirrored`.
  package var rule: String
  /// Nil for a rung that is no finding.
  package var severity: Severity?
  package var answer: Answer
  /// Why, with the figures; no sentence, and in lower case.
  package var reason: String
  /// What it found, one for each currency or invoice at fault; with each the evidence.
  package var findings: [Finding] = []
}
