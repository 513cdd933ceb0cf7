import Invoicing
import Testing

@testable import Mirroring

@Suite struct RetryPolicyTests {
  let policy = RetryPolicy(firstPause: 1_000, longestPause: 8_000, budget: 20_000)
  let start = Moment(microseconds: 1_000_000)

  @Test(arguments: [
    (1, UInt64(0), Int64(500)), (1, 500, 1_000), (2, 0, 1_000), (3, 0, 2_000), (4, 0, 4_000),
    (5, 0, 4_000), (99, 4_000, 8_000), (0, 0, 500),
  ]) func `a pause doubles up to the longest, half of it drawn`(
    failures: Int, chance: UInt64, pause: Int64
  ) {
    #expect(policy.pause(failures: failures, chance: chance) == pause)
  }

  @Test func `every random number keeps within the half and the whole`() {
    for chance: UInt64 in [.max, .max - 1, 1 << 63, 12_345] {
      #expect((500...1_000).contains(policy.pause(failures: 1, chance: chance)))
    }
  }

  @Test func `what the system asks for is never undercut`() {
    let long = RetryPolicy(firstPause: 1_000, longestPause: 8_000, budget: 9_000_000)
    #expect(
      long.retry(failures: 1, since: start, now: start, after: 3, chance: 0)
        == start.adding(microseconds: 3_000_000))
  }

  @Test func `past the budget there is no further try`() {
    let late = start.adding(microseconds: 19_400)
    #expect(
      policy.retry(failures: 1, since: start, now: late, after: nil, chance: 0)
        == late.adding(microseconds: 500))
    #expect(policy.retry(failures: 1, since: start, now: late, after: nil, chance: 500) == nil)
    #expect(policy.retry(failures: 1, since: start, now: start, after: 1, chance: 0) == nil)
  }

  @Test func `an absurd wish neither overflows nor is followed`() {
    #expect(policy.retry(failures: .max, since: start, now: start, after: .max, chance: 1) == nil)
  }
}
