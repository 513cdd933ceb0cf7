/// The action of a plan that an entry of the journal belongs to.
package struct ActionReference: Hashable, Sendable {
  package var planID: String
  package var actionID: String

  package init(planID: String, actionID: String) {
    self.planID = planID
    self.actionID = actionID
  }
}
