import Invoicing
import Sandbox
import Testing

@Suite struct RateLimitTests {
  private static func moment(_ milliseconds: Int64) -> Moment {
    Moment(microseconds: milliseconds * 1000)
  }

  @Test func `so many requests pass in any window of so many seconds`() {
    var limit = RateLimit(requests: 2, seconds: 5)
    #expect(limit.admit(at: Self.moment(0)) == nil)
    #expect(limit.admit(at: Self.moment(3000)) == nil)
    #expect(limit.admit(at: Self.moment(4000)) == 1)
    #expect(limit.admit(at: Self.moment(4999)) == 1)
    #expect(limit.admit(at: Self.moment(5000)) == nil)
    #expect(limit.admit(at: Self.moment(5001)) == 3)
    #expect(limit.admit(at: Self.moment(8000)) == nil)
  }

  @Test func `what is beyond the limit gets 429, reaches no fault and stands in the truth`() {
    let world = World()
    _ = world.create()
    let rules = [FaultRule(on: Endpoint(.get, .info), .at([1, 2]), .errorBefore)]
    var system = EconomySystem(
      world.machine, faults: FaultPlan(rules), limit: RateLimit(requests: 1, seconds: 60))
    let moment = Moment(microseconds: 1_700_000_000_000_000)
    #expect(
      system.receive(Request(company: 1, .readInfo), at: moment).answer.words
        == "500 the request could not be completed")
    let step = system.receive(Request(company: 1, .readInfo), at: moment)
    #expect(step.answer.words == "429 too many requests: try again in 60 s")
    #expect(step.event.status == 429)
    #expect(step.event.deed == .refused)
    #expect(step.event.fault == nil)
  }
}
