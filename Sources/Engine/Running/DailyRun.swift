internal import EconomySystems
internal import Invoicing
internal import Mirroring
internal import RepairPlans

/// The daily job: for each received invoice of a consulting company that is not processed, makes
/// the mirror and sets the flag.
package struct DailyRun: Sendable {
  let configuration: EngineConfiguration
  let token: EngineToken
  let context: EngineContext

  package init(
    _ configuration: EngineConfiguration, token: EngineToken, context: EngineContext
  ) {
    self.configuration = configuration
    self.token = token
    self.context = context
  }

  /// - Throws: `JournalError` where the journal cannot be used, `DailyFailure` where the list of
  ///   received invoices cannot be read.
  package func run() async throws -> DailySummary {
    let journal = JournalQueue(try Journal(path: configuration.journal))
    let gate = RequestGate(configuration.system.requests, clock: context.clock)
    return try await PESystem.with(
      configuration.connector, token: token.value,
      concurrency: configuration.system.concurrency, gate: gate.pass
    ) { system in
      try await Round(
        system: system, journal: journal, gate: gate, configuration: configuration,
        context: context, tally: Tally()
      ).run()
    }
  }
}

/// One run, with all that it needs at hand.
private struct Round: Sendable {
  let system: PESystem
  let journal: JournalQueue
  let gate: RequestGate
  let configuration: EngineConfiguration
  let context: EngineContext
  let tally: Tally

  /// New invoices may come while those before them are mirrored; so many times they are looked
  /// for.
  private static let most = 5

  func run() async throws -> DailySummary {
    var outcomes: [CaseOutcome] = []
    var codes: [Int32] = []
    var begun: Set<String> = []
    var left = 0
    for _ in 0..<Self.most {
      let received = try await list(without: begun)
      var job = DailyJob(received: received, concurrency: configuration.system.concurrency)
      let count = job.waitingCount
      if count == 0 { break }
      try await work(&job, begun: &begun, count: count)
      outcomes += job.outcomes
      codes.append(job.exitCode)
      left += count - job.outcomes.count
      if context.stop.isStopped { break }
    }
    outcomes.sort { a, b in
      IdentifierOrder.precedes(a.receivedID.utf8.span, b.receivedID.utf8.span)
    }
    return DailySummary(
      outcomes: outcomes, created: tally.created,
      marked: outcomes.filter { $0.kind == .done && tally.isFlagged($0.receivedID) }.count,
      left: left,
      exitCode: codes.contains(1) ? 1 : codes.max() ?? (context.stop.isStopped ? 2 : 0))
  }

  /// What is to be looked at: those that are not processed, and those left unfinished.
  ///
  /// The latter by an engine before, wherever they stand. Those begun in this run count as
  /// processed: they are here as twins only.
  private func list(without begun: Set<String>) async throws -> [DailyInvoice] {
    let listing = ReceivedListing(
      system: system, retrying: context.retrying(configuration.mirroring.retries), gate: gate,
      timeout: configuration.timeout, suppliers: Set(configuration.system.suppliers.keys),
      progress: context.progress)
    let unfinished = Set(try journal.reader.unfinished())
    do {
      return try await listing.read().map { item in
        var item = item
        if begun.contains(item.invoice.id) {
          item.isProcessed = true
        } else if unfinished.contains(item.invoice.id) {
          item.isProcessed = false
        }
        return item
      }
    } catch let failure as RequestFailure {
      throw DailyFailure.listUnreadable(reason: failure.words)
    } catch is Stopped {
      return []
    }
  }

  private func work(
    _ job: inout DailyJob, begun: inout Set<String>, count: Int
  ) async throws {
    var ended = 0
    try await withThrowingTaskGroup(of: (String, CaseOutcome?).self) { group in
      while !job.isOver {
        if context.stop.isStopped { job.stop() }
        for task in job.next() {
          begun.insert(task.receivedID)
          group.addTask { (task.receivedID, try await run(task)) }
        }
        guard let (id, outcome) = try await group.next() else { break }
        job.ended(receivedID: id, outcome)
        ended += 1
        context.progress(
          "\(context.stop.isStopped ? "stopping" : "mirroring"), \(ended) of \(count)")
      }
    }
  }

  private func run(_ task: MirrorTask) async throws -> CaseOutcome? {
    try await CaseShell(
      system: ConnectedSystem(connector: system, gate: gate, tally: tally), journal: journal,
      settings: configuration.mirroring, clock: context.clock, chance: context.chance,
      stop: context.stop
    ).run(task)
  }
}
