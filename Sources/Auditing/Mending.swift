package import Invoicing

/// That an action of a repair plan mended a finding.
package struct Mending: Equatable, Sendable {
  package var fingerprint: String
  package var actionID: String
  package var kind: RepairKind
  /// The id of the plan, 64 hex digits.
  package var planID: String
  package var at: Moment
  /// What was made, sent, marked, deleted or credited.
  package var invoiceIDs: [String]

  package init(
    fingerprint: String, actionID: String, kind: RepairKind, planID: String, at: Moment,
    invoiceIDs: [String]
  ) {
    self.fingerprint = fingerprint
    self.actionID = actionID
    self.kind = kind
    self.planID = planID
    self.at = at
    self.invoiceIDs = invoiceIDs
  }

  /// The clause that a resolved finding's cause gets.
  var clause: String {
    let invoices = invoiceIDs.isEmpty ? "" : ", \(invoiceIDs.joined(separator: ", "))"
    return "; mended by the action \(actionID) (\(kind.name)\(invoices)) of the plan "
      + "\(planID.prefix(12)) at \(at)"
  }
}
