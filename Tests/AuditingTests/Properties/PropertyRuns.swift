import Foundation

/// How often properties are tried: `MIRROR_AUDIT_PROPERTY_RUNS` books, 1,000 where it is not set.
enum PropertyRuns {
  static let count =
    ProcessInfo.processInfo.environment["MIRROR_AUDIT_PROPERTY_RUNS"].flatMap { UInt64($0) } ?? 1000

  /// Seeds of a share of the runs: one of a property that asks for more than one audit.
  static func seeds(oneOf share: UInt64 = 1) -> Range<UInt64> { 1..<max(2, count / share + 1) }
}
