package import Invoicing
package import RepairPlans

/// How a case of the daily job, or an action of a plan, ended.
package struct CaseOutcome: Hashable, Sendable {
  package var receivedID: String
  /// Of the daily job never `unapproved`; `failed`: a later run may try again, `unknown`: none
  /// may.
  package var kind: ActionOutcome
  /// What was made, found, flagged, sent or credited, in that order.
  package var invoiceIDs: [String]
  /// One sentence for a person.
  package var why: String
  package var at: Moment

  package init(
    receivedID: String, kind: ActionOutcome, invoiceIDs: [String], why: String, at: Moment
  ) {
    self.receivedID = receivedID
    self.kind = kind
    self.invoiceIDs = invoiceIDs
    self.why = why
    self.at = at
  }
}
