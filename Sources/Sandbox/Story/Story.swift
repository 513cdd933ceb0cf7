package import Invoicing

/// The story of the lost invoices, played over HTTP against a sandbox of its own.
///
/// The same books, attempts and truth each time: time is the story's, and ids follow from the
/// order of its requests.
package enum Story {
  /// What the story leaves besides the books.
  package struct End: Sendable {
    /// The tries of the engine of old, in their order.
    package let attempts: [Attempt]
    /// When the story ends, and its audit begins.
    package let takenAt: Moment
  }

  /// How many consulting companies there are; theirs are the books 2, 3, ….
  package static var companies: Int { StoryCast.companies.count }

  /// Three weeks after the rerun of April.
  package static let end = Moment(.ofStory(2023, 5, 10), hour: 6)

  /// Plays the story into new books.
  ///
  /// - Parameter narrate: is told a line after each chapter.
  /// - Throws: `SandboxStoreError`; `StoryRefusal` where the sandbox does not do what the story
  ///   asks of it.
  package static func play(
    into store: SandboxStore, narrate: @Sendable (String) -> Void
  ) async throws -> End {
    let clock = StoryClock(Moment(.ofStory(2021, 4, 1), hour: 8))
    let (machine, changes) = StoryCast.machine()
    try store.write(changes, [])
    var settings = SandboxSettings(idempotency: IdempotencyMode(.none))
    let first = try await StorySystem.serve(
      try open(store, machine, settings), store, clock: clock
    ) { system in try await firstYear(system) }
    narrate(StoryNarration.firstYear(first, try store.load()))
    settings.idempotency = IdempotencyMode(.forever)
    let second = try await StorySystem.serve(
      try open(store, try store.load(), settings), store, clock: clock
    ) { system in try await secondYear(system, first) }
    narrate(StoryNarration.secondYear(second, since: first, try store.load()))
    settings.allowsDeletingCertified = true
    var april = try open(store, try store.load(), settings)
    let invoices = try enterExpenses(&april, store)
    let third = try await StorySystem.serve(april, store, clock: clock) { system in
      try await self.april(system, second, invoices)
    }
    narrate(StoryNarration.april(third, since: second, try store.load()))
    return End(attempts: third.engine.attempts, takenAt: end)
  }

  /// Serves the story's books at its end, on a port of this machine, while `body` lasts.
  package static func serve<Result: Sendable>(
    _ store: SandboxStore,
    during body: @escaping @Sendable (_ address: String, _ token: String) async throws -> Result
  ) async throws -> Result {
    try await StorySystem.serve(try store.load(), store, clock: StoryClock(end)) { system in
      try await body(system.wire.address, system.wire.token)
    }
  }

  /// The machine with these settings, as the books know it.
  private static func open(
    _ store: SandboxStore, _ machine: SandboxMachine, _ settings: SandboxSettings
  ) throws -> SandboxMachine {
    var machine = machine
    try store.write(machine.set(settings), [])
    return machine
  }

  /// Expenses come from another program: no request enters them.
  private static func enterExpenses(
    _ machine: inout SandboxMachine, _ store: SandboxStore
  ) throws -> [[StoryInvoice]] {
    var changes: [Change] = []
    var parts = aprilInvoices
    for part in parts.indices {
      for place in parts[part].indices {
        let invoice = parts[part][place]
        parts[part][place].entries = zip(invoice.lines, invoice.expenses).map { line, entry in
          guard let entry else { return nil }
          let (id, entered) = machine.enter(
            entry, isMileage: line.kind == .mileage, company: invoice.company)
          changes += entered
          return id
        }
      }
    }
    try store.write(changes, [])
    return parts
  }
}
