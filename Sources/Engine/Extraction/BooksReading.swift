internal import EconomySystems
internal import Invoicing
internal import Mirroring

/// Reads all books into a spool, again and again, until two readings in a row are the same.
///
/// Then every item was, in the moment between the two, what both saw: each was read once before
/// that moment and once after it. (What changed and changed back in between, unseen, is the same.)
struct BooksReading: Sendable {
  /// Connects, and lets go when the body is done.
  let connect: Extraction.Connect
  let gate: RequestGate
  let suppliers: [String: Int64]
  let from: CalendarDate?
  let spool: Spool
  let retrying: Retrying
  let timeout: Duration
  let concurrency: Int
  let lastJournalEntry: @Sendable () throws(JournalError) -> Int64?
  let progress: @Sendable (String) -> Void

  /// The two that agree are among so many.
  static let mostReadings = 10

  /// The reading that agrees with the one before it.
  func run() async throws -> Spool.Reading {
    var reading = try spool.reading(
      now: retrying.clock.now(), journalEntry: try lastJournalEntry())
    while true {
      let pass = reading.number
      try await connect { system in try await read(pass, system) }
      let next = try spool.conclude(
        reading, now: retrying.clock.now(), journalEntry: try lastJournalEntry())
      guard let next else { return reading }
      guard next.number <= Self.mostReadings else {
        throw ExtractionFailure.restless(readings: reading.number)
      }
      reading = next
    }
  }

  private func read(_ pass: Int, _ system: any EconomyReading) async throws {
    let names = suppliers.keys.sorted()
    try await inParallel(names.count + 2) { stage in
      switch stage {
      case 0: try await readReceived(pass, system)
      case 1: try await readSent(pass, system)
      default: try await readSources(of: names[stage - 2], pass, system)
      }
    }
    try await readEntries(pass, system)
  }

  private func readReceived(_ pass: Int, _ system: any EconomyReading) async throws {
    try await readPages("received invoices", pass) { page throws(SystemFailure) in
      let answer = try await system.receivedPage(page, within: timeout)
      return (answer.items.map { SpooledInvoice($0) }, answer.count, answer.size)
    }
  }

  private func readSent(_ pass: Int, _ system: any EconomyReading) async throws {
    try await readPages("sent invoices", pass) { page throws(SystemFailure) in
      let answer = try await system.sentPage(page, within: timeout)
      return (answer.items.map { SpooledInvoice($0) }, answer.count, answer.size)
    }
  }

  private func readSources(
    of supplier: String, _ pass: Int, _ system: any EconomyReading
  ) async throws {
    let company = suppliers[supplier] ?? 0
    try await readPages("the books of '\(supplier)'", pass) { page throws(SystemFailure) in
      let answer = try await system.sourcePage(of: supplier, page, within: timeout)
      return (
        answer.items.map { SpooledInvoice($0, company: company) }, answer.count, answer.size
      )
    }
  }

  private typealias Page = (invoices: [SpooledInvoice], count: Int, size: Int?)

  private func readPages(
    _ stage: String, _ pass: Int,
    _ page: @escaping @Sendable (PageRequest) async throws(SystemFailure) -> Page
  ) async throws {
    var done = try spool.progress(of: stage, in: pass)
    var pages = PageSize()
    while !done.isDone {
      progress(
        "reading \(stage)\(pass > 1 ? " again (\(pass))" : ""), \(done.read)"
          + (done.size.map { " of \($0)" } ?? ""))
      let request = PageRequest(
        offset: done.read, limit: pages.limit, issuedFrom: from)
      let answer = try await ask(stage) { () throws(SystemFailure) in try await page(request) }
      let isShaken = done.read > 0 && answer.size != done.size
      done.read += answer.count
      done.size = answer.size
      done.isDone = answer.count < request.limit || answer.size.map { done.read >= $0 } ?? false
      try spool.store(
        answer.invoices.filter { invoice in from.map { invoice.issueDate >= $0 } ?? true },
        of: stage, in: pass, done, isShaken: isShaken, now: retrying.clock.now())
      pages.adapt(to: answer.invoices)
    }
  }

  private func readEntries(_ pass: Int, _ system: any EconomyReading) async throws {
    var count = 0
    while true {
      let wanted = try spool.wantedEntries(in: pass, most: 500)
      if wanted.isEmpty { return }
      progress("reading expenses\(pass > 1 ? " again (\(pass))" : ""), \(count)")
      try await inParallel(wanted.count) { place in
        let (supplier, entry) = wanted[place]
        let expense = try await ask("entry \(entry) of '\(supplier)'") {
          () throws(SystemFailure) in
          try await system.expense(entry, of: supplier, within: timeout)
        }
        try spool.store(
          expense, entry: entry, of: supplier, in: pass, now: retrying.clock.now())
      }
      count += wanted.count
    }
  }

  private func ask<Value: Sendable>(
    _ what: String, _ request: () async throws(SystemFailure) -> Value
  ) async throws -> Value {
    do {
      return try await retrying.ask { () throws(RequestFailure) in
        do throws(SystemFailure) {
          return try await request()
        } catch {
          gate.hold(after: error.forMachine)
          throw error.forMachine
        }
      }
    } catch let failure as RequestFailure {
      throw ExtractionFailure.system(what: what, reason: failure.words)
    } catch is Stopped {
      throw ExtractionFailure.stopped(spool: spool.path)
    }
  }

  /// Does so many things, some at once; the first failure ends all.
  private func inParallel(
    _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for place in 0..<count {
        if place >= concurrency { try await group.next() }
        group.addTask { try await body(place) }
      }
      try await group.waitForAll()
    }
  }
}

/// How many items a page has: so that what is in memory at once does not grow with the receipts.
private struct PageSize {
  private(set) var limit = 50

  private static let most = 200
  private static let bytes = 4 << 20

  mutating func adapt(to invoices: [SpooledInvoice]) {
    let bytes = invoices.reduce(0) { sum, invoice in
      invoice.files.reduce(sum) { $0 + ($1.bytes ?? 0) }
    }
    limit =
      bytes > Self.bytes
      ? max(1, limit * Self.bytes / bytes) : min(Self.most, limit * 2)
  }
}
