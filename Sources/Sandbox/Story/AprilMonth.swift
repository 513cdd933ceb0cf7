internal import EconomyAPI
internal import Invoicing

/// A part of April, from the consultants' invoices to what people made of their mirrors.
struct AprilMonth: Sendable {
  let cases: [AprilCase]
  /// The received invoices of the cases; 0 of one that was never registered.
  private(set) var ids: [Int64] = []

  init(cases: [AprilCase]) { self.cases = cases }

  mutating func bill(
    _ system: StorySystem, _ state: inout StoryState, _ invoices: [StoryInvoice]
  ) async throws {
    var teller = state.teller(system)
    for (one, invoice) in zip(cases, invoices) {
      switch one.fate {
      case .neverRegistered:
        _ = try await teller.issue(invoice)
        ids.append(0)
      case .numberMistyped: ids.append(try await teller.bill(invoice) { "\($0)0" })
      case .registeredTwice:
        ids.append(try await teller.bill(invoice))
        try await teller.registerAgain(ids[ids.count - 1])
      case .cancelledBefore:
        ids.append(try await teller.bill(invoice))
        try await teller.cancel(ids[ids.count - 1])
      default: ids.append(try await teller.bill(invoice))
      }
    }
    state.register = teller.register
  }

  func run(_ system: StorySystem, _ state: inout StoryState, at moment: Moment) async throws {
    var troubles: [Int64: Trouble] = [:]
    var botches: [Int64: Botch] = [:]
    for (one, id) in zip(cases, ids) {
      troubles[id] = one.trouble
      botches[id] = one.botch
      if case .overlooked = one.fate { state.overlookedReceived.append(id) }
    }
    system.clock.move(to: moment)
    _ = try await state.engine.run(system, troubles, botches)
  }

  /// Drafts are sent, as every month.
  func tellOfMorning(_ system: StorySystem, _ state: StoryState) async throws {
    system.clock.move(to: Moment(.ofStory(2023, 4, 17), hour: 9))
    var left = state.overlooked
    for (one, id) in zip(cases, ids) {
      if case .deletedAndRerun(sent: false) = one.fate, let mirror = state.engine.mirrors[id] {
        left.insert(mirror)
      }
    }
    try await state.teller(system).sendDrafts(except: left)
  }

  /// The day after: customers have called, and what was botched is deleted, booked or not.
  func deleteBotched(_ system: StorySystem, _ state: StoryState) async throws {
    system.clock.move(to: Moment(.ofStory(2023, 4, 18), hour: 13))
    let teller = state.teller(system)
    for (one, id) in zip(cases, ids) {
      guard let mirror = state.engine.mirrors[id] else { continue }
      switch one.fate {
      case .deletedAndRerun:
        try await teller.delete(mirror)
        try await teller.untick(id)
      case .deleted(ticked: true): try await teller.delete(mirror)
      case .remade, .remadeWrong, .remadeMistyped, .remadeByReference:
        try await teller.delete(mirror)
        try await teller.untick(id)
        try await remake(one, id, teller)
      default: continue
      }
    }
  }

  private func remake(_ one: AprilCase, _ id: Int64, _ teller: StoryTeller) async throws {
    let number = teller.register[id]?.source.invoiceNumber
    _ = try await teller.makeByHand(id) { mirror in
      switch one.fate {
      case .remadeWrong: mirror.rows?[0].quantity = DecimalNumber(digits: 40)
      case .remadeMistyped: mirror.foreignID = number
      case .remadeByReference:
        mirror.foreignID = nil
        mirror.yourReference = "Avser \(number ?? "")"
      default: break
      }
    }
  }

  /// What else a month has.
  func mend(_ system: StorySystem, _ state: StoryState) async throws {
    system.clock.move(to: Moment(.ofStory(2023, 4, 20), hour: 10))
    let teller = state.teller(system)
    for (one, id) in zip(cases, ids) {
      let mirror = state.engine.mirrors[id] ?? 0
      switch one.fate {
      case .credited: try await teller.credit(mirror)
      case .partlyCredited: try await teller.credit(mirror, hours: 6)
      case .cancelled: try await teller.cancel(id)
      case .numberMistyped: try await teller.tick(id, try await teller.makeByHand(id))
      default: continue
      }
    }
  }

  /// In May: one more is deleted, its tick taken off, and no run comes after that.
  func forget(_ system: StorySystem, _ state: StoryState) async throws {
    system.clock.move(to: Moment(.ofStory(2023, 5, 3), hour: 15))
    let teller = state.teller(system)
    for (one, id) in zip(cases, ids) {
      guard case .deleted(ticked: false) = one.fate, let mirror = state.engine.mirrors[id] else {
        continue
      }
      try await teller.delete(mirror)
      try await teller.untick(id)
    }
  }
}
