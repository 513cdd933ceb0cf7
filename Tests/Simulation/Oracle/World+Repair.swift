internal import Auditing
internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import Planning
internal import RepairPlans
internal import Sandbox

@testable import Engine

/// Audit, plan, approve, execute, audit again.
extension World {
  mutating func repair(_ dice: inout Dice) {
    guard let snapshot = audit(&dice) else { return }
    let drawn: RepairPlan
    do {
      drawn = try Planner.plan(
        snapshot.audit, snapshotIdentity: snapshot.identity, rulesVersion: "simulated")
      let approved = try drawn.approving(nil, by: "simulated", at: now, path: "")
      tally.repairs += 1
      linkedBefore = memory.seen
      now = now.adding(microseconds: 1_800_000_000)
      let isMeddled = has(.meddling) && dice.chance(25)
      if isMeddled { meddle(&dice) }
      if dice.chance(20) { rehearse(approved, &dice) }
      let results = execute(approved, &dice)
      if wrong != nil { return }
      for (action, result) in zip(approved.actions, results) { check(action, result) }
      if !isMeddled { checkEnd(approved, results) }
      now = now.adding(microseconds: 60_000_000)
      guard let after = audit(&dice, isLucky: true) else { return }
      if !isMeddled { checkMended(approved, results, after.audit) }
    } catch {
      complain("no plan can be drawn or approved: \(error)")
    }
  }

  private mutating func meddle(_ dice: inout Dice) {
    for _ in 0..<dice.within(1...4) {
      let deed = dice.pick(Happening.Deed.allCases)
      trace.tell(now, 31, "  somebody meddles: \(deed.rawValue)")
      act(deed, &dice)
    }
  }

  /// A dry run goes the same way and writes nothing.
  private mutating func rehearse(_ plan: RepairPlan, _ dice: inout Dice) {
    trace.tell(now, 34, "  a dry run")
    guardian = .rehearsal
    let before = journal.lines.count
    var work = EngineWork.plan(
      EngineWork.PlanWork(
        plan, plan.actions.filter(\.mayRun), concurrency: script.nature.concurrency,
        isDryRun: true))
    _ = live(&work, isLucky: false, &dice)
    settle()
    if journal.lines.count != before { complain("a dry run writes into the journal") }
  }

  /// Starts an executor again and again until the plan is done; the last ones are lucky.
  private mutating func execute(_ plan: RepairPlan, _ dice: inout Dice) -> [CaseOutcome] {
    let id = plan.id
    for start in 0..<10 {
      guardian = .plan(plan)
      let toDo = plan.actions.filter { isToDo($0, id) }
      if start > 0, toDo.allSatisfy({ isDealtWith($0, id) }) { break }
      var work = EngineWork.plan(
        EngineWork.PlanWork(plan, toDo, concurrency: script.nature.concurrency))
      trace.tell(now, 32, "  execution \(start + 1)")
      _ = live(&work, isLucky: start > 6, &dice)
      if wrong != nil { return [] }
      if dice.chance(50) {
        pass(dice.pick([10_000, 2_000_000, 100_000_000]))
      } else {
        settle()
      }
    }
    settle()
    return plan.actions.map { action in
      let kind: ActionOutcome = action.kind == .manual ? .manual : .failed
      return journal.outcome(of: reference(action, id), receivedID: action.receivedID)
        ?? CaseOutcome(
          receivedID: action.receivedID, kind: kind, invoiceIDs: [], why: "it never ended",
          at: now)
    }
  }

  private func reference(_ action: RepairAction, _ plan: String) -> ActionReference {
    ActionReference(planID: plan, actionID: action.id)
  }

  /// As the engine chooses: what is done stays done, all else is looked at again.
  private func isToDo(_ action: RepairAction, _ plan: String) -> Bool {
    let outcome = journal.outcome(of: reference(action, plan), receivedID: action.receivedID)
    return action.mayRun && outcome?.isForGood != true
  }

  /// Nothing but a new plan changes its outcome.
  private func isDealtWith(_ action: RepairAction, _ plan: String) -> Bool {
    let outcome = journal.outcome(of: reference(action, plan), receivedID: action.receivedID)
    return outcome != nil && outcome?.kind != .failed
  }

  private mutating func check(_ action: RepairAction, _ result: CaseOutcome) {
    tally.actions[result.kind, default: 0] += 1
    trace.tell(
      now, 33,
      "  action \(action.kind.name) \(action.receivedID): \(result.kind.name), \(result.why)")
    switch result.kind {
    case .failed: complain("\(action.kind.name) of \(action.receivedID) failed: \(result.why)")
    case .unapproved: complain("an approved action is unapproved: \(result.why)")
    default: break
    }
  }

  /// Nobody meddled: each received invoice that should have a mirror has one, unless the plan left
  /// it to hands or nobody can tell.
  private mutating func checkEnd(_ plan: RepairPlan, _ results: [CaseOutcome]) {
    for (action, result) in zip(plan.actions, results)
    where result.kind == .stale && !mayBeStale(action, plan, results) {
      complain(
        "nobody meddled, and \(action.kind.name) of \(action.receivedID) is stale: \(result.why)")
    }
    for (action, result) in zip(plan.actions, results)
    where result.kind == .done && [.cancelInvoice, .replaceMirror].contains(action.kind) {
      for id in result.invoiceIDs.compactMap({ Int64($0) }) {
        guard let note = books.clientInvoice(id), note.debitInvoiceNumber != nil else { continue }
        if note.certified != true {
          complain("the credit note \(id) of \(action.kind.name) is left a draft")
        }
      }
    }
    let open = leftOpen(plan, results)
    var oracle = Oracle(self)
    oracle.link()
    let planned = Set(plan.actions.map(\.receivedID))
    for one in oracle.received where planned.contains(one.id) && !open.contains(one.id) {
      let live = oracle.mirrors(of: one.id).filter {
        oracle.isLive($0) && !isLinkedSince($0.id, to: one.id, results)
      }.count
      let wanted = one.isCancelled || oracle.isReceivedTwice(one) ? 0 : 1
      if live != wanted { complain("\(one.id) has \(live) live mirrors after its repair") }
    }
  }

  /// What no plan can know, or leaves to the next one.
  private func mayBeStale(
    _ action: RepairAction, _ plan: RepairPlan, _ results: [CaseOutcome]
  ) -> Bool {
    isBehind(action, plan, results) || isForRetired(action) || isNamedElsewhere(action, plan)
  }

  /// It rests on a step of its case that nobody can tell the end of.
  private func isBehind(
    _ action: RepairAction, _ plan: RepairPlan, _ results: [CaseOutcome]
  ) -> Bool {
    zip(plan.actions, results).contains { other, result in
      other.receivedID == action.receivedID && other.id != action.id && result.kind == .unknown
    }
  }

  /// An extract does not say that a customer is active no more.
  private func isForRetired(_ action: RepairAction) -> Bool {
    let customer = books.parties(.client).first { $0.name == action.create?.customer }
    return action.create != nil && customer?.active == false
  }

  /// It names, expects or rests on an invoice that the plan ends for another received invoice:
  /// the next plan sees what is left.
  private func isNamedElsewhere(_ action: RepairAction, _ plan: RepairPlan) -> Bool {
    let one = Int64(action.receivedID).flatMap { books.supplierInvoice($0) }
    let flagged = (one?.clientInvoiceIDs ?? []).map { "\($0)" }
    let tried = journal.attempts.filter { $0.receivedID == action.receivedID }.compactMap(\.sentID)
    let named = Set(flagged + tried + action.expect.sent.map(\.id))
    return plan.actions.contains { other in
      other.receivedID != action.receivedID
        && other.invoices.contains {
          named.contains($0.id) && ($0.operation == .delete || $0.operation == .credit)
        }
    }
  }

  /// An invoice whose claim had to wait behind a mirror that the plan has ended, and which was
  /// nobody's or another's when it was drawn: the next plan deals with it.
  private func isLinkedSince(
    _ id: String, to receivedID: String, _ results: [CaseOutcome]
  ) -> Bool {
    linkedBefore[id] != receivedID && !results.contains { $0.invoiceIDs.contains(id) }
  }

  /// Received invoices with an action that did not do all.
  private func leftOpen(_ plan: RepairPlan, _ results: [CaseOutcome]) -> Set<String> {
    Set(zip(plan.actions, results).filter { $1.kind != .done }.map(\.0.receivedID))
  }

  /// A second audit finds nothing graver than info that the plan did not leave.
  private mutating func checkMended(
    _ plan: RepairPlan, _ results: [CaseOutcome], _ audit: Audit
  ) {
    guard audit.books.header.takenAt.date == plan.takenAt.date else { return }
    let open = leftOpen(plan, results)
    let manual = Set(plan.actions.filter { $0.kind == .manual }.flatMap(\.findings))
    for finding in audit.findings.map(\.record) {
      if finding.state == .resolved || finding.severity == .info { continue }
      let isNew = finding.sentIDs.contains {
        isLinkedSince($0, to: finding.receivedID, results)
      }
      if isNew { continue }
      if manual.contains(finding.fingerprint) || open.contains(finding.receivedID) { continue }
      complain(
        "\(finding.rule) of \(finding.receivedID) \(finding.sentIDs) stands after the repair")
    }
  }
}
