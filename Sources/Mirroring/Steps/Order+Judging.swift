internal import Invoicing
internal import RepairPlans

extension Order {
  var isPlanned: Bool {
    switch self {
    case .daily: false
    case .planned: true
    }
  }

  /// Mirrors that need not say so: the plan has linked them.
  var linked: [String] {
    switch self {
    case .daily: []
    case .planned(_, let action): action.expect.mirrors?.live ?? []
    }
  }

  /// Live invoices that its flag or an attempt names, and that are other invoices' mirrors by the
  /// plan.
  var others: [String] {
    switch self {
    case .daily: []
    case .planned(_, let action):
      action.expect.sent.map(\.id).filter { !(action.expect.mirrors?.live ?? []).contains($0) }
    }
  }

  func expected(_ id: String) -> ExpectedSent? {
    switch self {
    case .daily: nil
    case .planned(_, let action): action.expect.sent.first { $0.id == id }
    }
  }

  /// How the case ends already, from the received invoice alone.
  func judge(_ reading: ReceivedReading) -> Conclusion? {
    switch self {
    case .daily(let id, _):
      if reading.invoice.status == .cancelled {
        return Conclusion(.done, [], .cancelled(received: id))
      }
      if reading.isProcessed {
        return Conclusion(.done, reading.mirrorIDs, .processedAlready(received: id))
      }
      return nil
    case .planned(_, let action):
      return action.expect.received?.objection(to: reading).map { Conclusion(.stale, [], $0) }
    }
  }

  /// What has changed in the lines since the plan was drawn.
  func changed(in basis: MirrorBasis) -> Why? {
    guard case .planned(let mirror, let action) = self,
      let expected = action.expect.received?.lines,
      expected != InvoiceContent.digest(of: basis.lines.map(\.line))
    else { return nil }
    return .linesChanged(received: mirror.receivedID)
  }

  /// Whether the plan was drawn for other mirrors, dead or alive, than there are.
  ///
  /// What the action itself has made, ended or got back dead is none of them.
  func judge(_ look: MirrorLook, ended: [String], _ desk: Desk) -> Conclusion? {
    guard case .planned(let mirror, let action) = self else { return nil }
    let id = mirror.receivedID
    let listed = mirror.deadMirrors + (action.expect.mirrors?.dead ?? []) + desk.memory.deadOfOwn
    let ownEndings = (action.expect.mirrors?.live ?? []).filter { desk.memory.hasEnded($0) }
    let others = (look.dead + desk.memory.dead).filter {
      !listed.contains($0) && !ownEndings.contains($0)
    }
    if !others.isEmpty {
      let ids = Set(others).sorted(by: IdentifierOrder.isBefore)
      return Conclusion(.stale, ids, .otherDead(received: id, ids: ids))
    }
    let found = look.live.map(\.invoice.id)
    let expected = (action.expect.mirrors?.live ?? []).filter {
      !ended.contains($0) && (!ownEndings.contains($0) || found.contains($0))
    }
    if Set(found) == Set(expected) { return nil }
    if expected.isEmpty, found.count == 1, desk.memory.hasTried(look.live[0], planned: mirror) {
      return nil
    }
    return Conclusion(
      .stale, found.sorted(by: IdentifierOrder.isBefore),
      .otherLive(
        received: id, expected: expected, found: found.sorted(by: IdentifierOrder.isBefore)))
  }

  /// Whether an invoice may be its mirror that the plan does not know for another's, as it is.
  ///
  /// Somebody has set the flag since, or changed that invoice.
  func judge(strangers look: MirrorLook) -> Conclusion? {
    guard case .planned(let mirror, _) = self else { return nil }
    for stranger in look.strangers {
      let id = stranger.invoice.id
      guard others.contains(id), let expected = expected(id) else {
        return Conclusion(
          .stale, [id], .flagNamesStranger(received: mirror.receivedID, sent: id))
      }
      if let why = expected.objection(to: stranger) { return Conclusion(.stale, [id], why) }
    }
    return nil
  }

  /// What is to be made, or why it cannot be.
  func draft(of basis: MirrorBasis, _ desk: Desk) -> Result<ExpectedMirror, DraftProblem> {
    switch self {
    case .daily(let id, _):
      let mirror = expectedMirror(of: basis, skip: desk.settings.skip, on: desk.now.date)
      if mirror.draft.lines.isEmpty {
        return .failure(DraftProblem(kind: .manual, why: .nothingToBill(received: id)))
      }
      return .success(mirror)
    case .planned(let mirror, _): return mirror.draft(of: basis, on: desk.now.date)
    }
  }

  struct DraftProblem: Error {
    let kind: ActionOutcome
    let why: Why
  }
}

extension CaseMemory {
  /// Whether a live mirror is one that this action made, or may have made.
  fileprivate func hasTried(_ reading: SentReading, planned: PlannedMirror) -> Bool {
    if returned.contains(reading.invoice.id) { return true }
    let dead = planned.deadMirrors
    return intents.contains { intent in
      intent.mayExist && dead.allSatisfy { intent.intent.dead.contains($0) }
    }
  }

  /// Whether this same task has begun to end an invoice.
  func hasEnded(_ id: String) -> Bool {
    ownDeed(.delete, on: id) != nil || ownDeed(.credit, on: id) != nil
  }
}

extension PlannedMirror {
  fileprivate func draft(
    of basis: MirrorBasis, on day: CalendarDate
  ) -> Result<ExpectedMirror, Order.DraftProblem> {
    var files: [FileContent] = []
    let known = basis.files(skip: [])
    for file in attachments {
      guard let content = known.first(where: { $0.sha256 == file.sha256 }) else {
        return .failure(
          Order.DraftProblem(
            kind: .failed, why: .fileMissing(name: file.name, sha256: file.sha256)))
      }
      files.append(content)
    }
    let draft = MirrorDraft(
      receivedID: receivedID, kind: kind, customer: basis.customer, issueDate: day,
      dueDate: paymentDays.map { day.adding(days: $0) },
      delivered: DeliveryMonth(deliveryMonth)
        ?? DeliveryMonth(of: basis.received.invoice.issueDate),
      lines: billed(basis.lines), files: files, totals: totals)
    return .success(ExpectedMirror(draft: draft, leftOut: []))
  }

  /// Its lines, with the units and entries of those of the source that say the same.
  private func billed(_ known: [BilledLine]) -> [BilledLine] {
    var rest = known
    return lines.map { line in
      let place = rest.firstIndex {
        $0.line.kind == line.kind && $0.line.net == line.net
          && $0.line.vatRate == line.vatRate && $0.line.description == line.description
      }
      let twin = place.map { rest.remove(at: $0) }
      return BilledLine(line: line, unit: twin?.unit, expenseEntry: twin?.expenseEntry)
    }
  }
}
