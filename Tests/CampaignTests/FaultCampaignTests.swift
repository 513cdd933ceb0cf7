import Foundation
import Testing

/// The daily job over HTTP against every fault, in every idempotency mode.
///
/// What must hold is said by the sandbox's books and truth log: exactly one live mirror for each
/// received invoice, none processed without one; without keys, exactly one or the engine says
/// `unknown`, never two.
@Suite struct FaultCampaignTests {
  /// `make campaign SEEDS=500`.
  static let seeds = ProcessInfo.processInfo.environment["CAMPAIGN_SEEDS"].flatMap { Int($0) }
  static let firstSeed =
    ProcessInfo.processInfo.environment["CAMPAIGN_FIRST_SEED"].flatMap { UInt64($0) } ?? 1
  /// How many run at once: they mostly wait.
  static let width = 6

  @Test(arguments: Mission.modes)
  func `under all faults together nobody is billed twice or forgotten`(_ mode: String) async throws
  {
    let wrong = try await Mission(seed: 7, mode: mode, faults: .together).run()
    #expect(wrong == [])
  }

  @Test(.enabled(if: seeds != nil, "CAMPAIGN_SEEDS says how many"))
  func `under every fault, in every mode, nobody is billed twice or forgotten`() async throws {
    let missions = Mission.first(Self.seeds ?? 1, from: Self.firstSeed)
    let wrong = try await Self.run(missions)
    #expect(wrong == [:])
    print("\(missions.count) seeds, \(missions.count - Set(wrong.map(\.key)).count) clean")
  }

  /// What is wrong, by mission.
  private static func run(_ missions: [Mission]) async throws -> [String: [String]] {
    var wrong: [String: [String]] = [:]
    var done = 0
    try await withThrowingTaskGroup(of: (Mission, [String]).self) { group in
      for (place, mission) in missions.enumerated() {
        if place >= width { take(try await group.next(), &wrong, &done) }
        group.addTask { (mission, try await mission.run()) }
      }
      while let ended = try await group.next() { take(ended, &wrong, &done) }
    }
    return wrong
  }

  private static func take(
    _ ended: (mission: Mission, found: [String])?, _ wrong: inout [String: [String]],
    _ done: inout Int
  ) {
    guard let ended else { return }
    done += 1
    if done % 10 == 0 { print("\(done) seeds done") }
    if ended.found.isEmpty { return }
    wrong[ended.mission.testDescription] = ended.found
    print(ended.found.joined(separator: "\n"))
  }
}
