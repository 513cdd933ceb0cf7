package import Invoicing

/// A row of `execution.csv`: what became of an action.
package struct ActionResult: Equatable, Sendable {
  package var actionID: String
  package var kind: RepairKind
  /// The fingerprints of the findings that the action mends, as the plan has them.
  package var findings: [String]
  package var receivedID: String
  package var outcome: ActionOutcome
  /// What was made, sent, marked, deleted or credited, in the order of the steps.
  package var invoiceIDs: [String]
  /// When it was concluded; nil where nothing was tried.
  package var at: Moment?
  /// One sentence: of a stale one what changed.
  package var why: String

  package init(
    actionID: String, kind: RepairKind, findings: [String], receivedID: String,
    outcome: ActionOutcome, invoiceIDs: [String] = [], at: Moment? = nil, why: String
  ) {
    self.actionID = actionID
    self.kind = kind
    self.findings = findings
    self.receivedID = receivedID
    self.outcome = outcome
    self.invoiceIDs = invoiceIDs
    self.at = at
    self.why = why
  }

  /// What became of this action.
  package init(
    of action: RepairAction, outcome: ActionOutcome, invoiceIDs: [String] = [],
    at: Moment? = nil, why: String
  ) {
    self.init(
      actionID: action.id, kind: action.kind, findings: action.findings,
      receivedID: action.receivedID, outcome: outcome, invoiceIDs: invoiceIDs, at: at, why: why)
  }
}
