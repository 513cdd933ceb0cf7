internal import Invoicing
internal import Mirroring
internal import RepairPlans

/// Which actions of a plan one execution takes up, and what is known of the others.
struct ChosenActions: Sendable {
  /// In the plan's order.
  private(set) var run: [RepairAction] = []
  /// What became of actions that are not taken up, by id.
  private(set) var settled: [String: ActionResult] = [:]

  /// - Parameter memory: how an action ended in an execution before; nil: it did not.
  init(
    _ plan: RepairPlan, _ request: ExecutionRequest,
    memory: (RepairAction) throws(JournalError) -> CaseOutcome?
  ) throws(JournalError) {
    var limits = request.limits
    let only = Set(request.only)
    for action in plan.actions {
      if let outcome = try memory(action), outcome.isForGood {
        settled[action.id] = ActionResult(of: action, outcome)
        continue
      }
      if !only.isEmpty, !only.contains(action.id) { continue }
      if let (outcome, why) = Self.refusal(of: action, &limits) {
        settled[action.id] = ActionResult(of: action, outcome: outcome, why: why)
      } else {
        run.append(action)
      }
    }
  }

  private static func refusal(
    of action: RepairAction, _ limits: inout SpendingLimits
  ) -> (ActionOutcome, String)? {
    if action.kind == .manual { return (.manual, "left to hands by the plan: \(action.why)") }
    if !action.mayRun { return (.unapproved, "nobody has approved it") }
    return limits.refusal(of: action.amount).map { (.unapproved, $0) }
  }
}

extension CaseOutcome {
  /// Whether an action that ended so is never taken up again.
  ///
  /// What was stale, failed or left to hands is looked at again, and its expectations with it.
  var isForGood: Bool {
    switch kind {
    case .done, .unknown: true
    case .stale, .manual, .unapproved, .failed: false
    }
  }
}

extension ActionResult {
  init(of action: RepairAction, _ outcome: CaseOutcome) {
    self.init(
      of: action, outcome: outcome.kind, invoiceIDs: outcome.invoiceIDs, at: outcome.at,
      why: outcome.why)
  }
}
