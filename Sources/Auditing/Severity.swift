internal import Invoicing

/// How grave a finding is; the gravest first.
package enum Severity: UInt8, CodedWord, Comparable {
  case critical, high, medium, low, info

  package var word: StaticString {
    switch self {
    case .critical: "critical"
    case .high: "high"
    case .medium: "medium"
    case .low: "low"
    case .info: "info"
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
