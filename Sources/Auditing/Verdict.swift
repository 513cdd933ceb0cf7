internal import Invoicing

/// What a rule found, as places and numbers; the words are made later, for findings alone.
struct Verdict: Sendable {
  /// What a verdict is about where it is not about a case's mirrors.
  enum Subject: Hashable, Sendable {
    case received
    case sent(Int)
    case source(Int)
    case gap(Int)
  }

  let rule: any Rule.Type
  /// The received invoice, or nil where there is none.
  var received: Int?
  var kept: Int?
  /// The sent invoices at fault, by id.
  var sentIDs: [Text]
  var subject = Subject.received
  var currency: Currency
  /// Minor units.
  var effect: Int128

  /// A verdict about a case.
  init(
    _ rule: any Rule.Type, _ c: Case, sentIDs: [Text] = [], currency: Currency? = nil,
    effect: Int128 = 0
  ) {
    self.rule = rule
    received = c.received
    kept = c.kept
    self.sentIDs = sentIDs
    self.currency = currency ?? c.currency
    self.effect = effect
  }

  /// A verdict about something that need not belong to a case.
  init(
    _ rule: any Rule.Type, about subject: Subject, in c: Case?, sentIDs: [Text] = [],
    currency: Currency, effect: Int128 = 0
  ) {
    self.rule = rule
    self.subject = subject
    received = c?.received
    kept = c?.kept
    self.sentIDs = sentIDs
    self.currency = currency
    self.effect = effect
  }
}
