/// Which requests are struck by which fault: decided by the rules, a seed, and the order of the
/// requests, so that it can be repeated.
package struct FaultPlan: Sendable {
  private let rules: [FaultRule]
  private var random: SeededRandom
  /// How many requests each rule has seen.
  private var seen: [Int]

  package init(_ rules: [FaultRule] = [], seed: UInt64 = 0) {
    self.rules = rules
    random = SeededRandom(seed: seed)
    seen = Array(repeating: 0, count: rules.count)
  }

  /// The fault that strikes the next request, if one does: of several the first.
  ///
  /// Each rule counts and draws for every request that it covers, also for one that another has
  /// struck: what one rule does is the same with and without the others' hits.
  package mutating func strike(_ endpoint: Endpoint) -> Fault? {
    var struck: Fault?
    for (i, rule) in rules.enumerated() where rule.on.covers(endpoint) {
      seen[i] += 1
      let draw = random.fraction()
      let choice = random.next()
      guard struck == nil, hits(rule, count: seen[i], draw: draw) else { continue }
      struck = Fault(
        rule.kind, milliseconds: rule.milliseconds, seconds: rule.seconds, choice: choice)
    }
    return struck
  }

  private func hits(_ rule: FaultRule, count: Int, draw: Double) -> Bool {
    switch rule.schedule {
    case .probability(let probability): draw < probability
    case .at(let places): places.contains(count)
    }
  }
}
