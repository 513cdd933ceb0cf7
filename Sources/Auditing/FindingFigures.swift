package import Invoicing

/// What counts of a finding that is not to be written: all of it but its words.
package struct FindingFigures: Equatable, Sendable {
  /// The rule's place among the `RuleNames` that come with the finding.
  package var rule: Int
  package var severity: Severity
  package var state: FindingState
  package var currency: Currency
  package var repair: RepairKind
  /// Minor units: below 0 too little is billed, above 0 too much.
  package var effect: Int128

  init(
    rule: Int, severity: Severity, state: FindingState, currency: Currency, repair: RepairKind,
    effect: Int128
  ) {
    self.rule = rule
    self.severity = severity
    self.state = state
    self.currency = currency
    self.repair = repair
    self.effect = effect
  }

  init(_ record: FindingRecord, rule: Int) {
    self.init(
      rule: rule, severity: record.severity, state: record.state, currency: record.currency,
      repair: record.repair, effect: record.effect)
  }
}
