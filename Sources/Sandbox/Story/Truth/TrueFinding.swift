package import Invoicing

/// A finding that an audit must have: a row of `truth-findings.csv`.
package struct TrueFinding: Hashable, Sendable {
  package let rule: String
  /// Empty where there is no case.
  package let receivedID: String
  /// By size.
  package let sentIDs: [Int64]
  package let effect: Money

  init(_ rule: String, _ receivedID: String, _ sentIDs: [Int64], _ effect: Money) {
    self.rule = rule
    self.receivedID = receivedID
    self.sentIDs = sentIDs
    self.effect = effect
  }

  var cells: [String] {
    [
      rule, receivedID, sentIDs.map { "\($0)" }.joined(separator: ";"), effect.decimal,
      effect.currency.code,
    ]
  }

  static let header = ["rule", "received_id", "sent_ids", "effect", "currency"]
}
