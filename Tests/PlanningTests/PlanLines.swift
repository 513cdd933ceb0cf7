import Auditing
import Invoicing
import Planning
import RepairPlans

/// The plan of a book text.
func plan(
  of text: String, _ settings: PlanningSettings = PlanningSettings()
) throws -> RepairPlan {
  try plan(of: BookBuilder.books(try BookText.read(text)), settings)
}

func plan(
  of books: Books, _ settings: PlanningSettings = PlanningSettings()
) throws -> RepairPlan {
  try Planner.plan(
    Auditor.audit(books), snapshotIdentity: String(repeating: "a", count: 64), rulesVersion: "1",
    settings: settings)
}

/// Each action in a line: kind, safety, received invoice, and what is done to which invoice; of a
/// create for whom it is, of what, and which mirrors are dead.
func lines(_ plan: RepairPlan) -> [String] {
  plan.actions.map { action in
    let invoices = action.invoices.map { "\($0.operation.name) \($0.id)" }
    var line = "\(action.kind.name) \(action.safety.name) \(action.receivedID): "
    line += invoices.joined(separator: ", ")
    if let mirror = action.create {
      let dead = mirror.deadMirrors.joined(separator: " ")
      line += "; \(mirror.gross.decimal) \(mirror.gross.currency.code) to \(mirror.customer)"
      line += dead.isEmpty ? "" : ", dead \(dead)"
    }
    return line
  }
}

/// Why each action that is left to hands is.
func reasons(_ plan: RepairPlan) -> [String] {
  plan.actions.filter { $0.kind == .manual }.map(\.why)
}
