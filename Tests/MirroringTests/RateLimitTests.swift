import Invoicing
import Testing

@testable import Mirroring

@Suite struct RateLimitTests {
  static let start = Moment(microseconds: 0)

  @Test(arguments: [(25, 5), (1, 1), (100, 60), (3, 10)])
  func `no window sees more than the limit, although requests arrive late`(
    limit: Int, seconds: Int
  ) {
    var gate = RateLimit(limit: limit, seconds: seconds)
    var random = SplitMix(seed: 7)
    let window = Int64(seconds) * 1_000_000
    var now = Self.start
    var arrivals: [Int64] = []
    for _ in 0..<limit * 20 {
      if random.chance(5) { now = now.adding(microseconds: Int64(random.below(Int(window)))) }
      let moment = gate.admit(at: now)
      #expect(moment >= now)
      arrivals.append(moment.microseconds + Int64(random.below(Int(window) * 3 / 100)))
    }
    arrivals.sort()
    for i in arrivals.indices.dropFirst(limit) {
      #expect(arrivals[i] - arrivals[i - limit] >= window)
    }
  }

  @Test func `of a limit at least 95 percent are used`() {
    var gate = RateLimit(limit: 25, seconds: 5)
    var last = Self.start
    for _ in 0..<2_500 { last = gate.admit(at: Self.start) }
    let ideal: Int64 = 99 * 5_000_000
    #expect(last.microseconds * 95 / 100 <= ideal)
  }

  @Test func `nothing leaves while the system wants to be left alone`() {
    var gate = RateLimit(limit: 2, seconds: 1)
    gate.hold(until: Moment(microseconds: 9))
    #expect(gate.admit(at: Self.start) == Moment(microseconds: 9))
    #expect(gate.admit(at: Moment(microseconds: 20)) == Moment(microseconds: 20))
    #expect(gate.admit(at: Moment(microseconds: 20)) == Moment(microseconds: 1_030_009))
  }

  @Test func `a limit of nothing is one`() {
    var gate = RateLimit(limit: 0, seconds: -1)
    #expect(gate.admit(at: Self.start) == Self.start)
    #expect(gate.admit(at: Self.start) == Self.start)
  }
}
