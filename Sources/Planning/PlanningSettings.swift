package import Invoicing
internal import RepairPlans

/// What may be configured of planning.
package struct PlanningSettings: Equatable, Sendable {
  /// What a person has approved beforehand.
  package struct Standing: Equatable, Sendable {
    /// The rule whose creates are approved.
    package var rule: String
    /// Up to this gross, in its currency.
    package var most: Money

    package init(rule: String, most: Money) {
      self.rule = rule
      self.most = most
    }
  }

  /// Who approved it: a principal of the allowed-signers file; nil: nobody.
  package var approver: String?
  package var standing: [Standing]

  package init(approver: String? = nil, standing: [Standing] = []) {
    self.approver = approver
    self.standing = standing
  }

  /// The approval that a create has from the start: every rule that asks for it has a limit that it
  /// keeps; it counts from the snapshot's moment.
  func approval(rules: [String], gross: Money, at moment: Moment) -> Approval? {
    guard let approver, !rules.isEmpty else { return nil }
    let isWithin = rules.allSatisfy { rule in
      standing.contains {
        $0.rule == rule && $0.most.currency == gross.currency
          && gross.minorUnits.magnitude <= $0.most.minorUnits.magnitude
      }
    }
    return isWithin ? Approval(by: approver, at: moment) : nil
  }
}
