package import Auditing
internal import Invoicing
package import RepairPlans

/// Turns findings into a plan: pure, the same audit has the same plan.
package enum Planner {
  /// The plan of an audit; findings that are resolved take no part.
  ///
  /// Every finding is in an action: one that a machine may do, or one that is left to hands.
  package static func plan(
    _ audit: Audit, snapshotIdentity: String, rulesVersion: String,
    settings: PlanningSettings = PlanningSettings()
  ) throws(NoPlan) -> RepairPlan {
    guard audit.books.rejected.isEmpty else {
      throw .quarantined(rows: audit.books.rejected.count)
    }
    guard audit.balances else { throw .unbalanced }
    let judged = JudgedBooks(audit.books, audit.settings)
    let records = audit.findings.map(\.record).filter { $0.state != .resolved }
    let takenAt = audit.books.header.takenAt
    var actions: [RepairAction] = []
    for group in grouped(records, judged) {
      var planner = CasePlanner(judged, group.received, group.records, audit.settings)
      actions += planner.actions().map { action in
        approved(action, settings, group.records, at: takenAt)
      }
    }
    let placed = Set(records.filter { !$0.receivedID.isEmpty }.map(\.receivedID))
    actions += records.filter { !placed.contains($0.receivedID) }.map(HandWork.action)
    return RepairPlan(
      snapshotIdentity: snapshotIdentity, takenAt: takenAt, rulesVersion: rulesVersion,
      group: audit.books.header.group, actions: actions)
  }

  private struct Group {
    let received: Int
    let records: [FindingRecord]
  }

  /// Findings by their received invoice, in the order of its id.
  private static func grouped(_ records: [FindingRecord], _ judged: JudgedBooks) -> [Group] {
    let books = judged.books
    let byID = Dictionary(grouping: records, by: \.receivedID)
    let places = books.received.invoices.id.indices.filter {
      byID[books.string(books.received.invoices.id[$0])] != nil
    }
    let ids = books.received.invoices.id
    return places.sorted { books.compareIDs(ids[$0], ids[$1]) < 0 }.map { place in
      Group(received: place, records: byID[books.string(ids[place])] ?? [])
    }
  }

  private static func approved(
    _ action: RepairAction, _ settings: PlanningSettings, _ records: [FindingRecord],
    at moment: Moment
  ) -> RepairAction {
    guard action.kind == .createMirror || action.kind == .runEngine, let mirror = action.create
    else { return action }
    var action = action
    let rules = records.filter { action.findings.contains($0.fingerprint) }.map(\.rule)
    action.approval = settings.approval(rules: rules, gross: mirror.gross, at: moment)
    return action
  }
}
