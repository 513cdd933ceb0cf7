internal import Invoicing

/// A verdict without references: its ids at fault stand, with those of others, in one list.
struct PlacedVerdict: Sendable {
  let rule: any Rule.Type
  let received: Int?
  let kept: Int?
  let subject: Verdict.Subject
  /// In the list of ids.
  var sent: Range<Int>
}

extension Verdict {
  init(_ placed: PlacedVerdict, _ figures: FindingFigures, sentIDs: [Text]) {
    rule = placed.rule
    received = placed.received
    kept = placed.kept
    subject = placed.subject
    self.sentIDs = sentIDs
    currency = figures.currency
    effect = figures.effect
  }
}
