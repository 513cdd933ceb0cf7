package import Invoicing

/// The economy system at work: requests one after the other, each kept before it is answered.
///
/// What comes while a transaction is written is done together in the next one.
package actor SandboxService {
  private var system: EconomySystem
  private let store: SandboxStore
  private let clock: @Sendable () -> Moment
  private let complain: @Sendable (String) -> Void
  private var waiting: [Waiting] = []
  private var isWorking = false
  private var isClosed = false

  private struct Waiting {
    let request: Request
    let answered: CheckedContinuation<Step?, Never>
  }

  /// - Parameter complain: is told why books cannot be written.
  package init(
    _ system: EconomySystem, store: SandboxStore, clock: @escaping @Sendable () -> Moment,
    complain: @escaping @Sendable (String) -> Void
  ) {
    self.system = system
    self.store = store
    self.clock = clock
    self.complain = complain
  }

  /// The settings that hold.
  package var settings: SandboxSettings { system.machine.settings }

  /// Changes which faults strike from now on.
  package func set(_ faults: FaultPlan) { system.faults = faults }

  /// What a request leads to, once the books have it on the disk; nil: they could not be written,
  /// or are closed, and nothing has happened.
  package func receive(_ request: Request) async -> Step? {
    if isClosed { return nil }
    return await withCheckedContinuation { answered in
      waiting.append(Waiting(request: request, answered: answered))
      guard !isWorking else { return }
      isWorking = true
      Task { await work() }
    }
  }

  /// The truth about a company; nil where its books are not open.
  package func truth(
    company: Int64, _ page: Page
  ) throws(SandboxStoreError) -> ListPart<TruthEvent>? {
    guard !isClosed, system.machine.servedCompanies.contains(company) else { return nil }
    return try store.truth(company: company, page)
  }

  /// Closes the books; what is under way is answered before, what comes later is not.
  package func close() {
    guard !isClosed else { return }
    answerAll()
    isClosed = true
    store.close()
  }

  private func work() async {
    while !waiting.isEmpty {
      answerAll()
      await Task.yield()
    }
    isWorking = false
  }

  private func answerAll() {
    let batch = waiting
    waiting = []
    guard !batch.isEmpty, !isClosed else {
      for one in batch { one.answered.resume(returning: nil) }
      return
    }
    let steps = batch.map { system.receive($0.request, at: clock()) }
    let isKept = keep(steps)
    for (one, step) in zip(batch, steps) { one.answered.resume(returning: isKept ? step : nil) }
  }

  /// Where the books cannot be written, the machine goes back to what they say.
  private func keep(_ steps: [Step]) -> Bool {
    let changes = steps.flatMap(\.changes)
    do throws(SandboxStoreError) {
      try store.write(changes, steps.map(\.event), durably: !changes.isEmpty)
      return true
    } catch {
      complain("\(error)")
      reload()
      return false
    }
  }

  private func reload() {
    do throws(SandboxStoreError) {
      system.machine = try store.load()
    } catch {
      complain("\(error)")
      isClosed = true
      store.close()
    }
  }
}
