internal import Auditing
internal import Invoicing
internal import RepairPlans

/// The steps that make a mirror.
extension CasePlanner {
  mutating func create(_ found: [FindingRecord], _ kind: RepairKind) {
    guard !found.isEmpty else { return }
    let maker = MirrorMaker(judged, facts, received, settings)
    let dead = deadIDs
    switch maker.mirror(dead: dead) {
    case .failure(let reason):
      byHand.add(found, "\(clauses(found)), and \(reason.words)", reason.touched)
    case .success(let made):
      let amount = Words.money(made.mirror.gross)
      steps.append(
        RepairAction(
          id: ActionIdentity.id(kind, received.id), kind: kind,
          findings: found.map(\.fingerprint), receivedID: received.id, safety: .review,
          amount: made.mirror.gross,
          why: "bill \(made.mirror.customer) \(amount) for \(Words.received(received)): "
            + clauses(found),
          invoices: [touchedReceived(.mark)]
            + (facts.deadMirrors + facts.namedAndNotIts).map { touched($0, .keep) },
          create: made.mirror,
          expect: Expectations(
            received: expectedReceived(isCancelled: false),
            mirrors: ExpectedMirrors(receivedID: received.id, live: [], dead: dead),
            sent: others)))
      leaveOut(made.skipped)
    }
  }

  /// Whether a machine may do it; then the flag is set with it.
  mutating func replace(_ found: [FindingRecord], surplusLeft: Bool) -> Bool {
    let folded = records.filter { $0.repair == .sendMirror || $0.repair == .attachFiles }
    let all = found + folded
    let flags = records.filter { $0.repair == .markProcessed }
    guard let kept = facts.kept else {
      byHand.add(all, "\(rules(all)), and no mirror lives")
      return false
    }
    if let reason = reasonNotToReplace(kept, surplusLeft: surplusLeft) {
      byHand.add(all, "\(clauses(all)), and \(reason)", [touched(kept, .keep)])
      return false
    }
    let mirror = books.sentInvoice(kept)
    let surplus = facts.liveMirrors.filter { $0 != kept }.map(id(ofSent:))
    let deadBefore = PlannedMirror.sorted(deadIDs + surplus)
    let maker = MirrorMaker(judged, facts, received, settings)
    switch maker.mirror(dead: PlannedMirror.sorted(deadBefore + [mirror.id])) {
    case .failure(let reason):
      byHand.add(
        all, "\(clauses(all)), and \(reason.words)", [touched(kept, .keep)] + reason.touched)
      return false
    case .success(let made):
      steps.append(replacement(of: kept, by: made.mirror, all, flags, dead: deadBefore))
      leaveOut(made.skipped)
      return true
    }
  }

  private func replacement(
    of kept: Int, by made: PlannedMirror, _ found: [FindingRecord], _ flags: [FindingRecord],
    dead: [String]
  ) -> RepairAction {
    let mirror = books.sentInvoice(kept)
    let isDraft = mirror.status == .draft
    let end = "\(isDraft ? "delete the draft" : "credit") \(Words.sent(mirror))"
    return RepairAction(
      id: ActionIdentity.id(.replaceMirror, received.id, mirror.id), kind: .replaceMirror,
      findings: (found + flags).map(\.fingerprint), receivedID: received.id, safety: .review,
      amount: made.gross,
      why: "\(end) and bill \(made.customer) \(Words.money(made.gross)) for "
        + "\(Words.received(received)): \(clauses(found))",
      invoices: [touched(kept, isDraft ? .delete : .credit), touchedReceived(.mark)]
        + facts.namedAndNotIts.map { touched($0, .keep) },
      create: made,
      expect: Expectations(
        received: expectedReceived(isCancelled: false),
        mirrors: ExpectedMirrors(receivedID: received.id, live: [mirror.id], dead: dead),
        sent: [expectation(of: kept, isDraft ? .draft : .unpaid)] + others))
  }

  private func reasonNotToReplace(_ kept: Int, surplusLeft: Bool) -> String? {
    if let reason = reasonNotToCancel(kept) { return reason }
    return surplusLeft ? "another live mirror must be dealt with first" : nil
  }

  /// Says that lines which the engine cannot mirror are left out.
  private mutating func leaveOut(_ lines: [InvoiceLine]) {
    guard !lines.isEmpty else { return }
    let kinds = Set(lines.map(\.kind.name)).sorted().joined(separator: ", ")
    let net = lines.reduce(Money(0, received.gross.currency)) {
      Money($0.minorUnits + $1.net.minorUnits, $0.currency)
    }
    byHand.add(
      [],
      "\(Words.count(lines.count, "line")) of the kind \(kinds), \(Words.money(net)) net, of "
        + "\(Words.received(received)) cannot be mirrored and must be billed apart")
  }
}
