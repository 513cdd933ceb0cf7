internal import EconomyAPI
internal import Invoicing

/// April 2023: expenses, mileage, botched mirrors, deletions by hand, and the run that brought the
/// deleted ones back.
extension Story {
  /// What April goes through, before its expenses are entered.
  static var aprilInvoices: [[StoryInvoice]] {
    [
      AprilCase.april.map { $0.invoice(4) }, AprilCase.endOfApril.map { $0.invoice(4) },
      AprilCase.may.map { $0.invoice(5) },
    ]
  }

  static func april(
    _ system: StorySystem, _ before: StoryState, _ invoices: [[StoryInvoice]]
  ) async throws -> StoryState {
    var state = before
    state.engine.keys = .receivedID
    var april = AprilMonth(cases: AprilCase.april)
    try await april.bill(system, &state, invoices[0])
    try await april.run(system, &state, at: Moment(.ofStory(2023, 4, 17), hour: 2))
    try await april.tellOfMorning(system, state)
    try await april.deleteBotched(system, state)
    system.clock.move(to: Moment(.ofStory(2023, 4, 19), hour: 2))
    _ = try await state.engine.run(system)
    try await april.mend(system, state)
    try await endOfApril(system, &state, invoices[1])
    try await april.forget(system, state)
    var may = AprilMonth(cases: AprilCase.may)
    try await may.bill(system, &state, invoices[2])
    return state
  }

  private static func endOfApril(
    _ system: StorySystem, _ state: inout StoryState, _ invoices: [StoryInvoice]
  ) async throws {
    var end = AprilMonth(cases: AprilCase.endOfApril)
    try await end.bill(system, &state, invoices)
    try await end.run(system, &state, at: Moment(.ofStory(2023, 5, 3), hour: 2))
    system.clock.move(to: Moment(.ofStory(2023, 5, 3), hour: 9))
    let teller = state.teller(system)
    try await teller.sendDrafts(except: state.overlooked)
    // Two standing orders, alike to the last digit. One was billed by hand, and it says of neither
    // that it is its mirror.
    try await teller.makeByHand(end.ids[4]) { $0.foreignID = nil }
  }
}
