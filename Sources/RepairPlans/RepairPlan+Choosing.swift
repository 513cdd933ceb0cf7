extension RepairPlan {
  /// Throws `PlanError.unknownActions` where the plan lacks one of these; `path` is for messages.
  package func requireActions(_ ids: [String], path: String) throws(PlanError) {
    let known = Set(actions.map(\.id))
    let unknown = ids.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw .unknownActions(
        path: path,
        unknown.map { PlanError.UnknownAction(id: $0, near: NearestIDs.nearest(to: $0, known)) })
    }
  }
}
