package import EconomySystems
internal import Extracts
package import Invoicing
internal import Mirroring

/// Reads all ledgers over the API, and the journal's tries, into a canonical extract.
package struct Extraction: Sendable {
  /// Does something with the books, asking anew who the parties are.
  package typealias Connect =
    @Sendable ((any EconomyReading) async throws -> Void) async throws -> Void

  private let configuration: EngineConfiguration
  private let context: EngineContext
  private let gate: RequestGate
  private let connect: Connect

  package init(
    _ configuration: EngineConfiguration, token: EngineToken, context: EngineContext
  ) {
    let gate = RequestGate(configuration.system.requests, clock: context.clock)
    self.configuration = configuration
    self.context = context
    self.gate = gate
    connect = { body in
      try await PESystem.with(
        configuration.connector, token: token.value,
        concurrency: configuration.system.concurrency, gate: gate.pass, body)
    }
  }

  /// Reads another economy system than the one that the configuration names.
  package init(
    _ configuration: EngineConfiguration, context: EngineContext, connect: @escaping Connect
  ) {
    self.configuration = configuration
    self.context = context
    gate = RequestGate(configuration.system.requests, clock: context.clock)
    self.connect = connect
  }

  /// Makes the extract; says the moment that it shows.
  ///
  /// What is read is kept in `FOLDER.spool.sqlite` until the extract is there: a run that was
  /// killed or stopped goes on from it.
  /// - Parameter from: only invoices issued on this date or later.
  /// - Throws: `ExtractionFailure`; what stood in the folder is as it was.
  package func run(
    to folder: String, from: CalendarDate? = nil
  ) async throws(ExtractionFailure) -> Moment {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let spool = try Spool(
      "\(path).spool.sqlite", settings: settings(from), now: context.clock.now())
    do {
      let reading = try await reading(into: spool, from).run()
      context.progress("writing the extract")
      try ExtractAssembly(
        spool: spool, reading: reading,
        journal: reading.journalEntry == nil ? nil : try JournalReader(path: configuration.journal),
        group: configuration.groupName, from: from,
        suppliers: configuration.system.suppliers.keys.sorted()
      ).write(to: path)
      spool.remove()
      return reading.beganAt
    } catch {
      let failure = Self.failure(error, spool)
      if case .restless = failure { spool.remove() }
      throw failure
    }
  }

  private func reading(into spool: Spool, _ from: CalendarDate?) -> BooksReading {
    let configuration = configuration
    return BooksReading(
      connect: connect,
      gate: gate, suppliers: configuration.system.suppliers, from: from, spool: spool,
      retrying: context.retrying(configuration.mirroring.retries),
      timeout: configuration.timeout, concurrency: configuration.system.concurrency,
      lastJournalEntry: { () throws(JournalError) in
        do throws(JournalError) {
          return try JournalReader(path: configuration.journal).lastEntry()
        } catch .missing {
          return nil
        }
      }, progress: context.progress)
  }

  /// What the content of a spool depends on.
  private func settings(_ from: CalendarDate?) -> String {
    let system = configuration.system
    let suppliers = system.suppliers.sorted { $0.key < $1.key }
    return [
      "1", system.address, "\(system.group)", from?.description ?? "", system.fields.mirrorOf,
      system.fields.processed, system.fields.endCustomer, configuration.groupName,
      configuration.journal,
    ].joined(separator: "\n") + suppliers.map { "\n\($0.value) \($0.key)" }.joined()
  }

  private static func failure(_ error: any Error, _ spool: Spool) -> ExtractionFailure {
    switch error {
    case let error as ExtractionFailure: error
    case let error as JournalError: .journal(error)
    case let error as ExtractWriteFailure: .writing(error)
    default: spool.refusal(error)
    }
  }
}
