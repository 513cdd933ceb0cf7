package import Invoicing

/// What became of a plan.
package struct PlanExecution: Equatable, Sendable {
  package var planID: String
  package var snapshotIdentity: String
  package var group: String
  /// What carried it out, with its version.
  package var engine: String
  /// Whether nothing was written: every expectation was checked, and `done` says what would be.
  package var isDryRun: Bool
  package var startedAt: Moment
  package var endedAt: Moment
  /// In the plan's order, one for each of its actions.
  package var results: [ActionResult]

  package init(
    planID: String, snapshotIdentity: String, group: String, engine: String, isDryRun: Bool,
    startedAt: Moment, endedAt: Moment, results: [ActionResult]
  ) {
    self.planID = planID
    self.snapshotIdentity = snapshotIdentity
    self.group = group
    self.engine = engine
    self.isDryRun = isDryRun
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.results = results
  }

  /// 0 all done; 2 some stale, manual, unapproved or unknown; 1 a failure.
  package var exitCode: Int32 {
    if results.contains(where: { $0.outcome == .failed }) { return 1 }
    return results.allSatisfy { $0.outcome == .done } ? 0 : 2
  }
}
