internal import Invoicing

/// A month of the first two years.
struct StoryMonth: Sendable {
  let first: CalendarDate
  /// What befalls the engine, by the place of the invoice in its month.
  var troubles: [Int: Trouble] = [:]
  var takesTimeoutForDone = false
  var keys: OldEngine.Keys

  /// Number `place` of the story, the first being April 2021.
  init(_ place: Int, keys: OldEngine.Keys, troubles: [Int: Trouble] = [:]) {
    let months = 3 + place
    first = CalendarDate.ofStory(2021 + months / 12, months % 12 + 1, 1)
    self.keys = keys
    self.troubles = troubles
  }

  /// The consultants bill, the engine runs in the night of the second, the people send the drafts
  /// in the morning and what was billed the month before gets paid.
  ///
  /// - Parameter morning: what the people do before they send the drafts; it gets the received
  ///   ids by their places, and gives the drafts that are overlooked.
  func play(
    _ system: StorySystem, _ state: inout StoryState,
    morning: (StoryTeller, StoryState, [Int64]) async throws -> Set<Int64> = { _, _, _ in [] }
  ) async throws -> [Int64] {
    var teller = state.teller(system)
    var ids: [Int64] = []
    for invoice in StoryInvoice.month(first, &state.random) {
      ids.append(try await teller.bill(invoice))
    }
    state.register = teller.register
    try await teller.registerOther(
      StoryCast.otherSuppliers[1], 4200, "T-\(first)", first.adding(days: 28))
    try await run(system, &state, ids)
    system.clock.move(to: Moment(night, hour: 9))
    let overlooked = try await morning(teller, state, ids)
    try await teller.sendDrafts(except: overlooked)
    try await payOlder(teller, &state)
    state.unpaid = ids
    return ids
  }

  private func run(_ system: StorySystem, _ state: inout StoryState, _ ids: [Int64]) async throws {
    state.engine.keys = keys
    state.engine.takesTimeoutForDone = takesTimeoutForDone
    let befalls = Dictionary(
      troubles.map { (ids[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
    system.clock.move(to: Moment(night, hour: 2))
    if try await state.engine.run(system, befalls) { return }
    // The watchman starts it again, and it begins with its list.
    system.clock.move(to: Moment(night, hour: 4))
    _ = try await state.engine.run(system)
  }

  private func payOlder(_ teller: StoryTeller, _ state: inout StoryState) async throws {
    teller.clock.move(to: Moment(night, hour: 16))
    try await teller.pay(received: state.unpaid)
    try await teller.pay(sent: state.unpaid.compactMap { state.engine.mirrors[$0] })
    state.unpaid = []
  }

  private var night: CalendarDate { first.adding(days: 32) }
}

extension CalendarDate {
  /// A date that the story names.
  static func ofStory(_ year: Int, _ month: Int, _ day: Int) -> Self {
    guard let date = Self(year: year, month: month, day: day) else {
      preconditionFailure("the story names the date \(year)-\(month)-\(day), and there is none")
    }
    return date
  }
}
