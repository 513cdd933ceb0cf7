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
      if end == .done { return settle() }
      // Most often somebody starts it again at once; else the next night's run goes on.
      if dice.chance(25) { return settle() }
      now = now.adding(microseconds: dice.pick([10_000, 2_000_000, 100_000_000]))
    }
    settle()
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
