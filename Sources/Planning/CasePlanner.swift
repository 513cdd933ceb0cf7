internal import Auditing
internal import Invoicing
internal import RepairPlans

/// Plans the repair of one case: its steps in the order in which they are to be done.
struct CasePlanner {
  let judged: JudgedBooks
  let facts: CaseFacts
  let received: ReceivedInvoice
  let records: [FindingRecord]
  let settings: Settings
  var steps: [RepairAction] = []
  var byHand = HandWork()

  var books: Books { judged.books }

  init(
    _ judged: JudgedBooks, _ place: Int, _ records: [FindingRecord], _ settings: Settings
  ) {
    self.judged = judged
    facts = judged.caseFacts(received: place)
    received = judged.books.receivedInvoice(place)
    self.records = records
    self.settings = settings
  }

  /// The case's actions; what is left to hands is the last of them.
  mutating func actions() -> [RepairAction] {
    for record in records where record.repair == .manual {
      byHand.add([record], "\(record.rule), \(RuleWords.clause(record.rule))", touched(record))
    }
    if let doubt {
      let rest = records.filter { $0.repair != .manual }
      if !rest.isEmpty {
        byHand.add(rest, "\(rules(rest)) waits, for \(RuleWords.clause(doubt))")
      }
    } else {
      plan()
    }
    if !byHand.isEmpty {
      steps.append(byHand.action(of: received))
    }
    return steps
  }

  /// The rule that says that nobody knows what is right.
  private var doubt: String? {
    ["source-differs", "ambiguous-match"].first { rule in records.contains { $0.rule == rule } }
  }

  private mutating func plan() {
    let left = cancel(found(.cancelInvoice))
    let replaced = found(.replaceMirror)
    if replaced.isEmpty {
      mark(found(.markProcessed) + (left ? [] : unmarkedDuplicates))
      let misfit = records.contains { $0.rule == "arithmetic-error" }
      attach(found(.attachFiles))
      send(found(.sendMirror), because: misfit ? "its amounts do not add up" : nil)
    } else {
      let isReplaced = replace(replaced, surplusLeft: left)
      if !isReplaced { mark(found(.markProcessed)) }
    }
    create(found(.createMirror), .createMirror)
    create(found(.runEngine), .runEngine)
  }

  private func found(_ kind: RepairKind) -> [FindingRecord] {
    records.filter { $0.repair == kind }
  }

  /// Findings of a surplus whose end leaves one mirror, and no flag that says so.
  private var unmarkedDuplicates: [FindingRecord] {
    let isFlagWrong = !found(.markProcessed).isEmpty
    if facts.isProcessed || isFlagWrong { return [] }
    return found(.cancelInvoice).filter { $0.rule.hasPrefix("duplicate-") }
  }

  // MARK: Surplus

  /// Cancels what a finding has at fault; returns whether any of it is left to hands.
  private mutating func cancel(_ found: [FindingRecord]) -> Bool {
    var isLeft = false
    for record in found {
      let atFault = record.sentIDs.compactMap(place(ofSent:))
      if atFault.isEmpty { byHand.add([record], "\(record.rule), and no mirror at fault lives") }
      for sent in atFault {
        if let reason = reasonNotToCancel(sent) ?? mirrorThatStays.flatMap(reasonNotToRest(on:)) {
          byHand.add([record], reason, [touched(sent, .keep)])
          isLeft = true
        } else {
          steps.append(cancellation(of: sent, record))
        }
      }
      if record.rule == "received-twice", !atFault.isEmpty {
        byHand.add([], "\(record.rule), and which of them is to be cancelled is the group's to say")
      }
    }
    return isLeft
  }

  private func cancellation(of sent: Int, _ record: FindingRecord) -> RepairAction {
    let invoice = books.sentInvoice(sent)
    let isDraft = invoice.status == .draft
    var invoices = [touched(sent, isDraft ? .delete : .credit)]
    var expected = [expectation(of: sent, isDraft ? .draft : .unpaid)]
    if let kept = mirrorThatStays, kept != sent {
      invoices.append(touched(kept, .keep))
      expected.append(ExpectedSent(id: id(ofSent: kept), state: .live, mirrorOf: nil))
    }
    let verb = isDraft ? "delete the draft" : "credit"
    return RepairAction(
      id: ActionIdentity.id(.cancelInvoice, received.id, invoice.id), kind: .cancelInvoice,
      findings: [record.fingerprint], receivedID: received.id,
      safety: isDraft ? .safe : .review, amount: invoice.gross,
      why: "\(verb) \(Words.sent(invoice)): \(RuleWords.clause(record.rule))",
      invoices: invoices,
      expect: Expectations(
        received: expectedReceived(isCancelled: received.status == .cancelled), sent: expected))
  }

  /// The mirror that bills what the cancelled one bills too: the kept one, or the one of the
  /// invoice that was received first; nil: there is none.
  private var mirrorThatStays: Int? {
    if received.status == .cancelled { return nil }
    if let twin = facts.keptInstead { return judged.caseFacts(received: twin).kept }
    return facts.kept
  }

  func reasonNotToCancel(_ sent: Int) -> String? {
    let invoice = books.sentInvoice(sent)
    if let reason = reasonNotToTouch(sent) { return reason }
    if let reason = reasonNotToCredit(sent) { return reason }
    guard let step = judged.linkStep(sent: sent) else {
      return "\(Words.sent(invoice)) is no mirror"
    }
    if step.rawValue >= LinkStep.content.rawValue {
      return "\(Words.sent(invoice)) is a mirror by its content alone, and may be another's"
    }
    return nil
  }

  /// A draft is deleted; what is booked is credited, and the credit note must do what it is for.
  private func reasonNotToCredit(_ sent: Int) -> String? {
    let invoice = books.sentInvoice(sent)
    if invoice.status == .draft { return nil }
    if invoice.credits != nil { return "\(Words.sent(invoice)) is a credit note itself" }
    let day = books.header.takenAt.date
    return judged.receivedCreditNote(takingNoteOn: sent, from: day).map { note in
      "the credit note on \(Words.sent(invoice)) would pass for the mirror of "
        + "\(Words.received(books.receivedInvoice(note)))"
    }
  }

  private func reasonNotToTouch(_ sent: Int) -> String? {
    let invoice = books.sentInvoice(sent)
    if invoice.status == .paid { return "\(Words.sent(invoice)) is paid" }
    if invoice.status == .credited || judged.isNamedByCreditNote(sent: sent) {
      return "a credit note stands against \(Words.sent(invoice))"
    }
    return nil
  }

  /// A credit note on a live mirror may be the mirror of a supplier's own, which no engine sees.
  private func reasonNotToRest(on sent: Int) -> String? {
    guard judged.looksCredited(sent: sent) else { return nil }
    return "a credit note stands against \(Words.sent(books.sentInvoice(sent)))"
  }

  // MARK: The mirror that is there

  private mutating func mark(_ found: [FindingRecord]) {
    guard !found.isEmpty else { return }
    guard let kept = facts.kept else {
      return byHand.add(found, "\(rules(found)), and no mirror lives")
    }
    if let reason = reasonNotToRest(on: kept) {
      return byHand.add(found, "\(clauses(found)), and \(reason)", [touched(kept, .keep)])
    }
    let mirror = books.sentInvoice(kept)
    let expected =
      mirror.mirrorOf == nil
      ? expectation(of: kept, .live)
      : ExpectedSent(id: mirror.id, state: .live, mirrorOf: mirror.mirrorOf)
    steps.append(
      RepairAction(
        id: ActionIdentity.id(.markProcessed, received.id), kind: .markProcessed,
        findings: found.map(\.fingerprint), receivedID: received.id, safety: .safe,
        amount: Money(0, received.gross.currency),
        why: "mark \(Words.received(received)) processed with \(Words.sent(mirror)): "
          + clauses(found),
        invoices: [touchedReceived(.mark), touched(kept, .keep)],
        expect: Expectations(sent: [expected])))
  }

  private mutating func attach(_ found: [FindingRecord]) {
    guard !found.isEmpty else { return }
    guard let kept = facts.kept, !facts.missingAttachments.isEmpty else {
      return byHand.add(found, "\(rules(found)), and no mirror lives")
    }
    if let reason = reasonNotToTouch(kept) {
      return byHand.add(found, "\(clauses(found)), and \(reason)", [touched(kept, .keep)])
    }
    let mirror = books.sentInvoice(kept)
    let files = PlannedMirror.files(facts.missingAttachments.map(books.attachment))
    steps.append(
      RepairAction(
        id: ActionIdentity.id(.attachFiles, received.id, mirror.id), kind: .attachFiles,
        findings: found.map(\.fingerprint), receivedID: received.id,
        safety: mirror.status == .draft ? .safe : .review,
        amount: Money(0, mirror.gross.currency),
        why: "attach \(Words.count(files.count, "receipt")) to \(Words.sent(mirror)): "
          + clauses(found),
        invoices: [touched(kept, .attach)], attachments: files,
        expect: Expectations(sent: [
          expectation(of: kept, mirror.status == .draft ? .draft : .live)
        ])))
  }

  private mutating func send(_ found: [FindingRecord], because misfit: String?) {
    guard !found.isEmpty else { return }
    guard let kept = facts.kept else {
      return byHand.add(found, "\(rules(found)), and no mirror lives")
    }
    if let reason = misfit ?? reasonNotToTouch(kept) {
      return byHand.add(found, "\(clauses(found)), and \(reason)", [touched(kept, .keep)])
    }
    let mirror = books.sentInvoice(kept)
    steps.append(
      RepairAction(
        id: ActionIdentity.id(.sendMirror, received.id, mirror.id), kind: .sendMirror,
        findings: found.map(\.fingerprint), receivedID: received.id, safety: .review,
        amount: mirror.gross,
        why: "book and send \(Words.sent(mirror)): \(clauses(found))",
        invoices: [touched(kept, .send)],
        expect: Expectations(sent: [expectation(of: kept, .draft)])))
  }
}
