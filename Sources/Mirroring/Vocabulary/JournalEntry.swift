package import Invoicing

/// What the journal keeps of a case, in the order of its happening.
///
/// `CaseMemory` makes of them what a restarted engine must know; the `answered` ones are the rows
/// of `attempts.csv`.
package enum JournalEntry: Hashable, Sendable {
  /// Before the first request that bears a key, with the body that all of them repeat.
  case intended(CreateIntent)
  /// Before every later request with the key of an intent.
  case retried(receivedID: String, key: String, at: Moment)
  /// How a create ended; `mayExist`: it may have made an invoice that nobody has told of.
  ///
  /// A timeout that names an invoice: the same try once more, now that a look has found what it
  /// made.
  case answered(Attempt, mayExist: Bool)
  /// A mirror of this received invoice was found dead: it joins the dead.
  case foundDead(receivedID: String, sentID: String, at: Moment)
  /// Before a request that changes the books and bears no key.
  case acting(Deed)
  /// After it, as far as is known.
  case acted(Deed)
  case finished(CaseOutcome)

  package var receivedID: String {
    switch self {
    case .intended(let intent): intent.receivedID
    case .retried(let id, _, _), .foundDead(let id, _, _): id
    case .answered(let attempt, _): attempt.receivedID
    case .acting(let deed), .acted(let deed): deed.receivedID
    case .finished(let outcome): outcome.receivedID
    }
  }
}
