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
    var currencies: [Currency: Stake] = [:]
    var rules: [Key: Stake] = [:]
    for place in findings.indices {
      let finding = findings.figures(at: place)
      count(finding.state)
      guard finding.state != .resolved else { continue }
      let currency = finding.currency
      currencies[currency, default: Stake(currency)].add(effect: finding.effect)
      rules[Key(currency: currency, rule: finding.rule), default: Stake(currency)]
        .add(effect: finding.effect)
    }
    byCurrency = currencies.values.sorted { $0.currency < $1.currency }
    byRule = rules.sorted { $0.key < $1.key }.map { OfRule(rule: $0.key.rule, stake: $0.value) }
  }

  /// What a rule found in a currency; nil where nothing.
  package func stake(of rule: String, in currency: Currency) -> Stake? {
    byRule.first { $0.rule == rule && $0.stake.currency == currency }?.stake
  }

  private struct Key: Hashable, Comparable {
    let currency: Currency
    let rule: String

    static func < (a: Self, b: Self) -> Bool {
      a.currency != b.currency ? a.currency < b.currency : a.rule < b.rule
    }
  }

  private mutating func count(_ state: FindingState) {
    switch state {
    case .new: new += 1
    case .persisting: persisting += 1
    case .resolved: resolved += 1
    }
  }
}
