import Foundation
import Testing

@testable import Sandbox

/// The truth is the log's: another log, another truth, or none.
@Suite struct TruthTests {
  @Test func `a change to the truth log changes the truth, or is refused`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SandboxStore(path: folder.appending(path: "books.sqlite").path)
    defer { store.close() }
    let end = try await Story.play(into: store) { _ in }
    let log = try TruthLog(store)
    let truth = try StoryTruth(log, takenAt: end.takenAt)
    try #require(truth.findings.count > 60)
    var unnoticed: [String] = []
    for forgery in Forgery.all {
      var forged = log
      try forgery.forge(&forged.events)
      if !Self.tells(forged, otherThan: truth, end) { unnoticed.append(forgery.name) }
    }
    #expect(unnoticed == [])
  }

  /// Every event is missed, whatever it was.
  @Test func `a gap is refused`() async throws {
    let events = (1...3).map { Forgery.event($0) }
    #expect(try TruthHistory(events, group: 1).makers.isEmpty)
    for place in 0..<2 {
      var holed = events
      holed.remove(at: place)
      #expect(throws: TruthFault.gap(at: Int64(place + 1))) {
        try TruthHistory(holed, group: 1)
      }
    }
  }

  private static func tells(
    _ log: TruthLog, otherThan truth: StoryTruth, _ end: Story.End
  ) -> Bool {
    guard let other = try? StoryTruth(log, takenAt: end.takenAt) else { return true }
    return other.findingsTable != truth.findingsTable || other.tieOutTable != truth.tieOutTable
  }
}

/// A change to the truth log, its count kept without a gap.
struct Forgery: Sendable {
  let name: String
  let forge: @Sendable (inout [TruthEvent]) throws -> Void

  static let all: [Forgery] = [
    dropping("a create", isMade),
    dropping("the replay of a deleted mirror", at: .first, isDead),
    dropping("a deletion", isDeletion),
    dropping("a credit") { $0.deed == .credited },
    dropping("the last flag", isFlag),
    Forgery(name: "a replay before the deletion") { events in
      let replay = try #require(events.firstIndex(where: isDead))
      let deletion = try #require(
        events.firstIndex { $0.deed == .deleted && $0.subject == events[replay].subject })
      events.swapAt(replay, deletion)
    },
    changing("a create was meant for another", isMade, { $0.meantFor = "1" }),
    changing("a create made another invoice", isMade, { $0.subject = 100_000 }),
    Forgery(name: "no answer was ever lost") { events in
      for place in events.indices { events[place].delivery = .prompt }
    },
    changing("a flag was not set", isFlag, { $0.foreignID = "again" }),
    changing("a deletion took another", isDeletion, { $0.subject = 1 }),
    Forgery(name: "everything happened at once") { events in
      let moment = events[0].at
      for place in events.indices { events[place].at = moment }
    },
  ]

  static func event(_ number: Int64) -> TruthEvent {
    TruthEvent(
      number: number, at: Story.end, company: 1, endpoint: Endpoint(.get, .info), deed: .read,
      delivery: .prompt)
  }

  private static func isMade(_ event: TruthEvent) -> Bool {
    event.company == 1 && event.endpoint == Endpoint(.put, .clientInvoice)
      && event.deed == .created && event.meantFor != nil
  }

  private static func isDeletion(_ event: TruthEvent) -> Bool { event.deed == .deleted }

  /// The replay of an invoice that the books no longer have.
  private static func isDead(_ event: TruthEvent) -> Bool {
    event.deed == .replayed && event.foreignID == nil
  }

  private static func isFlag(_ event: TruthEvent) -> Bool {
    event.deed == .updated && event.foreignID == "processed"
      && event.endpoint == Endpoint(.post, .supplierInvoice)
  }

  private enum Place { case first, last }

  private static func dropping(
    _ name: String, at place: Place = .last,
    _ isIt: @escaping @Sendable (TruthEvent) -> Bool
  ) -> Forgery {
    Forgery(name: "\(name) is missing") { events in
      let found =
        place == .first ? events.firstIndex(where: isIt) : events.lastIndex(where: isIt)
      events.remove(at: try #require(found))
      for place in events.indices { events[place].number = Int64(place + 1) }
    }
  }

  private static func changing(
    _ name: String, _ isIt: @escaping @Sendable (TruthEvent) -> Bool,
    _ change: @escaping @Sendable (inout TruthEvent) -> Void
  ) -> Forgery {
    Forgery(name: name) { events in
      let place = try #require(events.lastIndex(where: isIt))
      change(&events[place])
    }
  }
}
