internal import EconomyAPI
internal import Invoicing

/// The story in a few lines, as it is played.
enum StoryNarration {
  static func firstYear(_ state: StoryState, _ machine: SandboxMachine) -> String {
    let count = state.engine.attempts.count { $0.outcome == .timeout }
    return """
      Year 1, no keys: \(state.register.count) invoices received, \(count) creates timed out; \
      \(surplus(machine)) invoices too many dangle.
      """
  }

  static func secondYear(
    _ state: StoryState, since before: StoryState, _ machine: SandboxMachine
  ) -> String {
    let attempts = state.engine.attempts.dropFirst(before.engine.attempts.count)
    let count = attempts.count { $0.outcome == .timeout }
    return """
      Year 2, the received id is the key: \(state.register.count - before.register.count) \
      invoices received, \(count) creates timed out; still \(surplus(machine)) too many.
      """
  }

  static func april(
    _ state: StoryState, since before: StoryState, _ machine: SandboxMachine
  ) -> String {
    let ids = Set(machine.companies[StoryCast.group]?.clientInvoices.ids ?? [])
    let attempts = state.engine.attempts.dropFirst(before.engine.attempts.count)
    let answered = attempts.filter { $0.sentID != nil }
    let gone = Set(answered.compactMap(\.sentID)).filter { Int64($0).map(ids.contains) != true }
    let returned = gone.filter { id in answered.count { $0.sentID == id } > 1 }
    return """
      April 2023, expenses: \(state.register.count - before.register.count) invoices received; \
      \(gone.count) mirrors were deleted by hand, and the old key brought \(returned.count) of \
      them back to life in the engine's books alone.
      """
  }

  /// Live invoices beyond the first that say of one received invoice that they mirror it.
  private static func surplus(_ machine: SandboxMachine) -> Int {
    guard let books = machine.companies[StoryCast.group] else { return 0 }
    let mirrors = books.clientInvoices.items(books.clientInvoices.ids).map(\.invoice)
      .filter { $0.foreignID != nil && $0.creditInvoices == nil }
    return mirrors.count - Set(mirrors.map(\.foreignID)).count
  }
}
