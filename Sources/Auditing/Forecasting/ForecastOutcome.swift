internal import Invoicing

/// What a create with a key and a new body would do.
package enum ForecastOutcome: UInt8, CodedWord {
  /// It would make an invoice.
  case fresh
  /// It would make none, and answer with one that is live.
  case replayLive
  /// It would make none, and answer with one that is dead: the trap.
  case replayDead
  /// It would be refused: the key is bound, and the system says so.
  case conflict
  /// The evidence does not tell.
  case unknown

  package var word: StaticString {
    switch self {
    case .fresh: "fresh"
    case .replayLive: "replay-live"
    case .replayDead: "replay-dead"
    case .conflict: "conflict"
    case .unknown: "unknown"
    }
  }
}
