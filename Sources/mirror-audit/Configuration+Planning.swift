internal import Auditing
internal import Invoicing
internal import Planning

/// What the configuration says of plans and keys.
extension Configuration {
  /// The rules whose creates a person may approve beforehand.
  static let creatingRules = [
    "deleted-mirror", "missing-mirror", "overdue-mirror", "shared-key", "stale-key",
  ]

  var planning: PlanningSettings {
    PlanningSettings(approver: approvedBy, standing: standing)
  }

  /// Reads `by`, and for each rule a table of limits, currency by currency.
  mutating func readApprovals(
    _ keys: inout ConfigurationTable
  ) throws(ConfigurationError) {
    approvedBy = try keys.text("by")
    for rule in Self.creatingRules {
      guard var limits = try keys.table(rule) else { continue }
      standing += try limits.amounts().map { PlanningSettings.Standing(rule: rule, most: $0) }
    }
    if approvedBy == nil, !standing.isEmpty {
      throw keys.fault("by", "the name of who approves, a principal of the allowed signers")
    }
  }
}

extension ConfigurationTable {
  /// How the economy system treats idempotency keys.
  mutating func mode(_ key: String) throws(ConfigurationError) -> IdempotencyMode? {
    guard let text = try text(key) else { return nil }
    guard let mode = IdempotencyMode(text) else { throw fault(key, IdempotencyOption.expected) }
    return mode
  }
}
