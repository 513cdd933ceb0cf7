package import Invoicing

/// What the books tell of one key.
package struct KeyEvidence: Equatable, Sendable {
  /// An invoice that was made under the key.
  package struct Binding: Equatable, Sendable {
    package enum State: Sendable {
      case live
      /// Dead, and still there: cancelled or credited.
      case dead
      /// The system has forgotten it.
      case gone
    }

    /// Nil: nobody has its id.
    package var sentID: String?
    package var state: State
    /// When it was made; nil: not told.
    package var madeAt: Moment?
    /// A moment at which it had been made already.
    package var knownAt: Moment
    /// `madeAt` is when an engine was answered: few systems say that an answer is an old one, so
    /// that a try before, whose answer was lost, may have made it.
    package var isNoted: Bool

    package init(
      sentID: String?, state: State, madeAt: Moment?, knownAt: Moment, isNoted: Bool = false
    ) {
      self.sentID = sentID
      self.state = state
      self.madeAt = madeAt
      self.knownAt = knownAt
      self.isNoted = isNoted
    }
  }

  package var bindings: [Binding]
  /// When the key was tried and nobody knows whether that made an invoice: it timed out, or
  /// failed before or after the commit.
  package var doubts: [Moment]
  /// When the system said that it knew the key, without saying what it is bound to.
  package var refusals: [Moment]

  package init(
    bindings: [Binding] = [], doubts: [Moment] = [], refusals: [Moment] = []
  ) {
    self.bindings = bindings
    self.doubts = doubts
    self.refusals = refusals
  }
}
