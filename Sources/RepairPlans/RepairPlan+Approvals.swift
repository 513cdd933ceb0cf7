package import Invoicing

extension RepairPlan {
  /// Who approved any of its actions, by bytes, each once.
  package var approvers: [String] {
    Set(actions.compactMap { $0.approval?.by }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The plan with actions approved: those of these ids, or all that wait for a person.
  ///
  /// One approved before keeps its approval; `path` is for messages.
  ///
  /// - Throws: `PlanError.unknownActions` or `.leftToHands`.
  package func approving(
    _ ids: [String]?, by approver: String, at moment: Moment, path: String
  ) throws(PlanError) -> RepairPlan {
    guard !approver.isEmpty else { throw .noApprover }
    try requireActions(ids ?? [], path: path)
    let asked = ids.map(Set.init)
    let manual = actions.filter { $0.kind == .manual && asked?.contains($0.id) == true }
    guard manual.isEmpty else { throw .leftToHands(path: path, ids: manual.map(\.id)) }
    var plan = self
    for place in plan.actions.indices {
      let action = plan.actions[place]
      let isMeant = asked?.contains(action.id) ?? (action.safety == .review)
      if isMeant, action.kind != .manual, action.approval == nil {
        plan.actions[place].approval = Approval(by: approver, at: moment)
      }
    }
    return plan
  }

  /// The plan with the approvals that another drawing of the same plan has.
  package func keepingApprovals(of other: RepairPlan) -> RepairPlan {
    guard other.id == id else { return self }
    var plan = self
    for (place, action) in other.actions.enumerated() where action.approval != nil {
      plan.actions[place].approval = action.approval
    }
    return plan
  }
}
