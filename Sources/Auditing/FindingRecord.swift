package import Invoicing

/// A finding as `findings.csv` has it, column by column.
package struct FindingRecord: Equatable, Sendable {
  /// 16 hex digits that name the finding from snapshot to snapshot.
  package var fingerprint: String
  package var rule: String
  package var severity: Severity
  package var state: FindingState
  package var receivedID: String
  package var supplier: String
  package var number: String
  package var mirrorID: String
  /// By size.
  package var sentIDs: [String]
  package var customer: String
  package var currency: Currency
  /// Minor units.
  package var gross: Int64
  /// Minor units: below 0 too little is billed, above 0 too much.
  package var effect: Int128
  package var ageDays: Int
  /// What the evidence says happened, in one sentence.
  package var cause: String
  package var repair: RepairKind

  package init(
    fingerprint: String, rule: String, severity: Severity, state: FindingState,
    receivedID: String, supplier: String, number: String, mirrorID: String, sentIDs: [String],
    customer: String, currency: Currency, gross: Int64, effect: Int128, ageDays: Int,
    cause: String, repair: RepairKind
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.severity = severity
    self.state = state
    self.receivedID = receivedID
    self.supplier = supplier
    self.number = number
    self.mirrorID = mirrorID
    self.sentIDs = sentIDs
    self.customer = customer
    self.currency = currency
    self.gross = gross
    self.effect = effect
    self.ageDays = ageDays
    self.cause = cause
    self.repair = repair
  }
}
