import Sandbox
import Testing

@Suite struct FaultPlanTests {
  private static let create = Endpoint(.put, .clientInvoice)

  private static func kinds(_ plan: FaultPlan, _ count: Int) -> [FaultKind?] {
    var plan = plan
    return (0..<count).map { _ in plan.strike(create)?.kind }
  }

  @Test func `a schedule strikes the requests that it names`() {
    let plan = FaultPlan([FaultRule(on: Self.create, .at([3, 5]), .slow)])
    #expect(Self.kinds(plan, 6) == [nil, nil, .slow, nil, .slow, nil])
  }

  @Test func `of several faults the first strikes, and none of them loses its count`() {
    let plan = FaultPlan([
      FaultRule(on: Self.create, .at([2]), .slow),
      FaultRule(on: Self.create, .at([2, 3]), .reset),
    ])
    #expect(Self.kinds(plan, 4) == [nil, .slow, .reset, nil])
  }

  @Test(arguments: [1, 2, 77] as [UInt64])
  func `the same seed draws the same faults`(seed: UInt64) {
    let rules = [FaultRule(on: Self.create, .probability(0.3), .lostAnswer)]
    let once = Self.kinds(FaultPlan(rules, seed: seed), 1000)
    #expect(once == Self.kinds(FaultPlan(rules, seed: seed), 1000))
    #expect(once != Self.kinds(FaultPlan(rules, seed: seed + 1), 1000))
    #expect((250...350).contains(once.count { $0 != nil }))
  }

  @Test(arguments: [(0.0, 0), (1.0, 50)])
  func `never and always are kept`(probability: Double, strikes: Int) {
    let rules = [FaultRule(on: Self.create, .probability(probability), .lostAnswer)]
    #expect(Self.kinds(FaultPlan(rules, seed: 5), 50).count { $0 != nil } == strikes)
  }

  @Test(arguments: [
    (Endpoint(.get, .client), Endpoint(.get, .client), true),
    (Endpoint(.get, .client), Endpoint(.get, .clientInvoice), false),
    (Endpoint(.post, .clientInvoice), Endpoint(.post, .certify), true),
    (Endpoint(.post, .certify), Endpoint(.post, .clientInvoice), false),
    (Endpoint(.post, .certify), Endpoint(.post, .send), false),
    (Endpoint(.put, .clientInvoice), Endpoint(.post, .clientInvoice), false),
  ])
  func `a rule covers its resource and what is under it`(
    rule: Endpoint, request: Endpoint, isCovered: Bool
  ) {
    #expect(rule.covers(request) == isCovered)
  }
}
