package import Invoicing

/// What the machine of a case wants done, in this order, each before the next is begun.
///
/// A `write` is done when it is durable. Where one fails, nothing after it may be done and the
/// machine is dropped: what it would have asked for never was. At most one of `encode`, `send`,
/// `wait`, `finish` and `suspend` stands in an answer, as its last; without one the event before
/// is still awaited.
package enum MirrorCommand: Hashable, Sendable {
  case write(JournalEntry)
  /// Turn the draft into a body, answered at once by `encoded`.
  case encode(MirrorDraft)
  /// Answered by `answered` or `failed`; the timeout in microseconds.
  case send(SystemRequest, timeout: Int64)
  /// Answered by `woken`, not before this moment.
  case wait(until: Moment)
  /// The outcome has been written.
  case finish(CaseOutcome)
  /// Ended before its outcome, by `stopped`: the next run goes on from the journal.
  case suspend
}
