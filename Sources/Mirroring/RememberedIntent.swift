internal import Invoicing

/// A create that the journal knows of, and how far it came.
struct RememberedIntent: Hashable, Sendable {
  let intent: CreateIntent
  private(set) var lastTriedAt: Moment
  /// Whether a try may have made an invoice that nobody has told of.
  private(set) var mayExist: Bool
  /// What that was before the last try began.
  private var mightExistBefore = false
  /// Whether a try was answered with an invoice.
  private(set) var hasReturned = false

  init(_ intent: CreateIntent) {
    self.intent = intent
    lastTriedAt = intent.at
    mayExist = true
  }

  /// A try is about to be sent; the engine may die before its end is known.
  mutating func begin(_ at: Moment) {
    mightExistBefore = mayExist
    lastTriedAt = at
    mayExist = true
  }

  /// The last try is over: what was made is known, or `doubt` tells.
  ///
  /// A try that was refused takes nothing back of what those before it may have made.
  mutating func end(_ doubt: Doubt) {
    switch doubt {
    case .none:
      mayExist = false
      hasReturned = true
    case .asBefore: mayExist = mightExistBefore
    case .mayExist: mayExist = true
    }
  }

  /// Whether its body must be sent again as it is: it was carried out, or may have been.
  var bindsBody: Bool { mayExist || hasReturned }

  enum Doubt { case none, asBefore, mayExist }
}
