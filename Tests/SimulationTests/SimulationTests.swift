import Testing

@testable import Simulation

@Suite struct SimulationTests {
  static let seeds: UInt64 = 300

  @Test func `a world of trouble is understood and mended, seed after seed`() async {
    var options = Options()
    options.seeds = Self.seeds
    let report = await Campaign(options).run()
    #expect(report.failed == 0, "\(report.words.joined(separator: "\n"))")
    #expect(report.lastLine == "300 seeds, 300 clean, 0 failed")
  }
}
