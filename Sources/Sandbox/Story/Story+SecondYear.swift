internal import EconomyAPI
internal import Invoicing

/// The second year: the vendor keeps keys for ever, and the received invoice's id is the key.
///
/// A good year: timeouts leave one invoice, and what is run again brings the live one back.
extension Story {
  static func secondYear(_ system: StorySystem, _ before: StoryState) async throws -> StoryState {
    var state = before
    for place in 12..<24 {
      // In the first month the printed number was the key. Syd and Öst count alike.
      let keys: OldEngine.Keys = place == 12 ? .printedNumber : .receivedID
      let month = StoryMonth(place, keys: keys, troubles: secondTroubles[place - 12])
      let ids = try await month.play(system, &state) { teller, state, ids in
        try await everyday(place, teller, ids)
        return place == 23 ? Set([state.engine.mirrors[ids[9]]].compactMap(\.self)) : []
      }
      if place == 23 { state.overlookedReceived.append(ids[9]) }
      try await afterwards(place, state.teller(system), state, ids)
    }
    return state
  }

  private static let secondTroubles: [[Int: Trouble]] = [
    [:],
    [4: .lostAnswer],
    [7: .crash],
    [0: .lostAnswer, 12: .lostRequest],
    [:],
    [5: .crash],
    [10: .lostAnswer],
    [3: .stumbles],
    [:],
    [8: .lostAnswer],
    [2: .crash],
    [6: .lostRequest, 11: .lostAnswer],
  ]

  /// In the morning after the run.
  private static func everyday(
    _ month: Int, _ teller: StoryTeller, _ ids: [Int64]
  ) async throws {
    switch month {
    case 12:
      // One of Öst's three that came back as Syd's was noticed, and billed by hand.
      try await teller.makeByHand(ids[3])
    case 15: try await teller.billOwn(4, [.hours(24, at: 1250, "Föreläsning")])
    default: break
    }
  }

  /// Once the drafts have been sent.
  private static func afterwards(
    _ month: Int, _ teller: StoryTeller, _ state: StoryState, _ ids: [Int64]
  ) async throws {
    func mirror(_ place: Int) -> Int64 { state.engine.mirrors[ids[place]] ?? 0 }
    switch month {
    case 18:
      // Credited by the assistant, and once more, in part, by the accountant.
      try await teller.credit(mirror(1))
      try await teller.credit(mirror(1), hours: 4)
    case 20: try await teller.credit(mirror(6), hours: 3)
    case 21: try await teller.cancel(ids[4])
    case 22: try await teller.cancelSource(of: ids[9])
    default: break
    }
  }
}
