internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import RepairPlans

@testable import EconomySystems

/// The daily job, with its rounds, its crashes and its next starts.
extension World {
  mutating func dailyRun(_ dice: inout Dice) {
    guardian = .daily
    for start in 0..<8 {
      var begun: Set<String> = []
      let end = rounds(&begun, isLucky: start > 5, &dice)
      if wrong != nil { return }
      // Most often somebody starts it again at once; else the next night's run goes on.
      if end == .done || dice.chance(25) { break }
      pass(dice.pick([10_000, 2_000_000, 100_000_000]))
    }
    settle()
    if dice.chance(40) { calmRun(&dice) }
  }

  /// One more run that nothing disturbs: what it can do is done then.
  private mutating func calmRun(_ dice: inout Dice) {
    trace.tell(now, 17, "  a run that nothing disturbs")
    guardian = .daily
    var begun: Set<String> = []
    let marked = Set(toDo(without: []).filter(isMarked).map(\.invoice.id))
    if rounds(&begun, isLucky: true, &dice) != .done { complain("a calm run does not end") }
    settle()
    for id in begun.sorted() where wrong == nil && !marked.contains(id) {
      guard let outcome = journal.memory(of: id, for: nil).outcome else {
        complain("\(id) has no outcome after a calm run")
        continue
      }
      switch outcome.kind {
      case .failed: complain("nothing disturbs, and \(id) failed: \(outcome.why)")
      case .done: checkDone(id)
      case .manual, .unknown, .stale, .unapproved: break
      }
    }
  }

  /// Marked before, be it by hand: the engine looks no further.
  private func isMarked(_ item: DailyInvoice) -> Bool {
    Int64(item.invoice.id).flatMap { books.supplierInvoice($0) }?.foreignID == "processed"
  }

  private mutating func checkDone(_ id: String) {
    guard let one = Int64(id).flatMap({ books.supplierInvoice($0) }), one.disabled != true else {
      return
    }
    let live = Truth.liveMirrors(of: id, in: books)
    if live.count != 1 || one.clientInvoiceIDs?.last != live.first {
      complain(
        "\(id) is done, its live mirrors are \(live), its flag names \(one.clientInvoiceIDs ?? [])")
    }
  }

  private mutating func rounds(
    _ begun: inout Set<String>, isLucky: Bool, _ dice: inout Dice
  ) -> EngineLife.End {
    for _ in 0..<5 {
      let job = DailyJob(
        received: toDo(without: begun), concurrency: script.nature.concurrency)
      if job.waitingCount == 0 { return .done }
      var work = EngineWork.daily(job)
      begun.formUnion(waiting(without: begun))
      let end = live(&work, isLucky: isLucky, &dice)
      if end != .done { return end }
    }
    return .done
  }

  private func waiting(without begun: Set<String>) -> [String] {
    toDo(without: begun).filter { !$0.isProcessed && $0.invoice.status != .cancelled }
      .map(\.invoice.id)
  }

  /// As the engine's listing: what is not processed, and what an engine before left unfinished.
  private func toDo(without begun: Set<String>) -> [DailyInvoice] {
    let unfinished = journal.unfinished
    return books.supplierInvoices().compactMap { message in
      guard let reading = try? books.received(message),
        books.companies[reading.invoice.supplier] != nil
      else { return nil }
      let id = reading.invoice.id
      let isProcessed =
        begun.contains(id) || (reading.isProcessed && !unfinished.contains(id))
      return DailyInvoice(invoice: reading.invoice, isProcessed: isProcessed)
    }
  }

  /// A case has ended.
  mutating func end(_ underWay: EngineLife.CaseUnderWay, _ outcome: CaseOutcome) {
    trace.add(outcome.why)
    if underWay.action == nil {
      tally.cases[outcome.kind, default: 0] += 1
    }
    guard outcome.kind == .unknown, !underWay.isBlind, !inDoubt.contains(outcome.receivedID) else {
      return
    }
    complain("\(outcome.receivedID) is unknown, and every answer came: \(outcome.why)")
  }
}
