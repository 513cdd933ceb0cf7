package import Invoicing

/// What counts of a finding that is not to be written: all of it but its words.
package struct FindingFigures: Equatable, Sendable {
  package var rule: String
  package var severity: Severity
  package var state: FindingState
  package var currency: Currency
  /// Minor units: below 0 too little is billed, above 0 too much.
  package var effect: Int128
  package var repair: RepairKind
}
