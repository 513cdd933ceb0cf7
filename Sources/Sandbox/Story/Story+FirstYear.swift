internal import EconomyAPI
internal import Invoicing

/// The first year: no keys.
///
/// Creates time out although they have succeeded, and retries make a second invoice; where the
/// engine dies between create and flag, its next run does.
extension Story {
  static func firstYear(_ system: StorySystem) async throws -> StoryState {
    var state = StoryState(try await StoryOffice.open(system.wire))
    for place in 0..<12 {
      var month = StoryMonth(place, keys: .none, troubles: firstTroubles[place])
      month.takesTimeoutForDone = place == 9
      _ = try await month.play(system, &state) { teller, state, ids in
        try await tidyUp(place, teller, state, ids)
        return []
      }
    }
    return state
  }

  /// By month; in each by the place of the received invoice.
  private static let firstTroubles: [[Int: Trouble]] = [
    [2: .lostAnswer, 9: .lostRequest],
    [5: .lostAnswer],
    [1: .crash],
    [7: .lostAnswer, 11: .lostAnswer],
    [0: .lostRequest],
    [3: .lostAnswer, 8: .crash],
    [4: .lostAnswer, 12: .lostAnswer],
    [6: .lostAnswer],
    [2: .lostRequest, 10: .lostAnswer],
    // Somebody had the engine take a timeout for a success. It was not.
    [1: .lostRequest, 5: .lostAnswer, 13: .lostRequest],
    [3: .lostAnswer, 9: .crash],
    [0: .lostAnswer, 7: .lostAnswer],
  ]

  /// A few of the second invoices are seen the same morning; the others dangle.
  private static func tidyUp(
    _ month: Int, _ teller: StoryTeller, _ state: StoryState, _ ids: [Int64]
  ) async throws {
    func mirrors(_ place: Int) async throws -> [Int64] {
      let all = try await teller.wire.clientInvoices(company: StoryCast.group)
      return all.filter { $0.foreignID == "\(ids[place])" }.compactMap(\.id)
    }
    switch month {
    case 0: try await teller.delete(try await mirrors(2)[0])
    case 1:
      // The customer pays both.
      for id in try await mirrors(5) { try await teller.send(id) }
      try await teller.pay(sent: try await mirrors(5))
    case 3:
      // The one that is deleted is the one that the flag names.
      try await teller.delete(try await mirrors(7)[1])
    case 6:
      let first = try await mirrors(12)[0]
      try await teller.send(first)
      try await teller.credit(first)
    case 8: try await teller.delete(try await mirrors(10)[0])
    case 9:
      // Months later the month's own work is billed, by hand and in time.
      try await teller.billOwn(2, [.hours(16, at: 1100, "Utbildning")])
    default: break
    }
  }
}
