package import Auditing
package import Invoicing

/// What the findings add up to.
///
/// Resolved ones count among the states alone.
package struct Stakes: Equatable, Sendable {
  /// The findings of one rule in one currency.
  package struct OfRule: Equatable, Sendable {
    package let rule: String
    package fileprivate(set) var stake: Stake
  }

  /// By code.
  package private(set) var byCurrency: [Stake] = []
  /// By currency, then rule.
  package private(set) var byRule: [OfRule] = []
  package private(set) var new = 0
  package private(set) var persisting = 0
  package private(set) var resolved = 0

  /// Findings that are not resolved.
  package var open: Int { new + persisting }

  package init(_ findings: Findings) {
    let rules = findings.rules.all
    // By currency, then rule.
    var stakes = [Stake?](repeating: nil, count: Currency.count * rules.count)
    for place in findings.indices {
      let finding = findings.figures(at: place)
      count(finding.state)
      guard finding.state != .resolved else { continue }
      let stake = finding.currency.ordinal * rules.count + finding.rule
      stakes[stake, default: Stake(finding.currency)].add(effect: finding.effect)
    }
    let byName = rules.indices.sorted { rules[$0] < rules[$1] }
    for currency in Currency.all {
      let first = currency.ordinal * rules.count
      let ofRules = byName.compactMap { rule in
        stakes[first + rule].map { OfRule(rule: rules[rule], stake: $0) }
      }
      byRule += ofRules
      if !ofRules.isEmpty {
        byCurrency.append(ofRules.reduce(into: Stake(currency)) { $0.add($1.stake) })
      }
    }
  }

  /// What a rule found in a currency; nil where nothing.
  package func stake(of rule: String, in currency: Currency) -> Stake? {
    byRule.first { $0.rule == rule && $0.stake.currency == currency }?.stake
  }

  private mutating func count(_ state: FindingState) {
    switch state {
    case .new: new += 1
    case .persisting: persisting += 1
    case .resolved: resolved += 1
    }
  }
}

extension [Stake?] {
  fileprivate subscript(place: Int, default new: @autoclosure () -> Stake) -> Stake {
    get { self[place] ?? new() }
    set { self[place] = newValue }
  }
}
