package import Invoicing

/// What a plan must be for an engine to execute it.
package struct PlanGate: Equatable, Sendable {
  /// The group that the engine works for; nil: any.
  package var group: String?
  /// How many days old the plan's snapshot may be; nil: of any age.
  package var mostDays: Int?
  /// The path of the allowed-signers file; nil: unsigned plans run too.
  package var allowedSigners: String?

  package init(group: String?, mostDays: Int?, allowedSigners: String?) {
    self.group = group
    self.mostDays = mostDays
    self.allowedSigners = allowedSigners
  }

  /// Throws the first reason why the plan is not to be executed.
  ///
  /// - Returns: who signed it; nil where no signers are configured.
  package func check(_ file: PlanFile, now: Moment) throws(PlanRefusal) -> String? {
    let plan = file.plan
    if let group, group != plan.group {
      throw .otherGroup(plan: file.path, drawnFor: plan.group, configured: group)
    }
    let days = now.date.days(since: plan.takenAt.date)
    if let mostDays, days > mostDays {
      throw .tooOld(plan: file.path, takenAt: plan.takenAt, days: days, most: mostDays)
    }
    guard let allowedSigners else { return nil }
    let signer = try PlanSignature.signer(of: file, allowedSigners: allowedSigners)
    let signers = try AllowedSigners(readingFrom: allowedSigners)
    if let approver = plan.approvers.first(where: { !signers.include($0) }) {
      let actions = plan.actions.filter { $0.approval?.by == approver }.map(\.id)
      throw .approverUnknown(
        plan: file.path, approver: approver, actions: actions, signers: allowedSigners)
    }
    return signer
  }
}
