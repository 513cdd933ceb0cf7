package import Invoicing

/// What is to be done to the economy system so that the next audit finds nothing.
///
/// It holds the final operations: whoever executes it decides nothing but whether what it expects
/// is still true.
package struct RepairPlan: Equatable, Sendable {
  /// The identity of the snapshot that it was drawn from: 64 hex digits.
  package var snapshotIdentity: String
  /// The snapshot's moment.
  package var takenAt: Moment
  package var rulesVersion: String
  package var group: String
  /// By received invoice, so that one case's steps stand together, in the order in which they are
  /// to be done.
  package var actions: [RepairAction]

  package init(
    snapshotIdentity: String, takenAt: Moment, rulesVersion: String, group: String,
    actions: [RepairAction]
  ) {
    self.snapshotIdentity = snapshotIdentity
    self.takenAt = takenAt
    self.rulesVersion = rulesVersion
    self.group = group
    self.actions = actions
  }
}
