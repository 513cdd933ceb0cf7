/// What the economy system answered to a `SystemRequest`.
package enum SystemAnswer: Hashable, Sendable {
  /// Nil: there is none such (404).
  case received(ReceivedReading?)
  case sources([SourceReading])
  case customers([CustomerReading])
  case expense(ExpenseReading)
  case mirrors([SentReading])
  /// Nil: there is none such (404), or no more.
  case sent(SentReading?)
  /// `replayed`: the system said itself that the answer is an old one; most do not say.
  case created(id: String, replayed: Bool)
  /// The credit note's id, where the answer names it.
  case credited(id: String?)
  case done
}
