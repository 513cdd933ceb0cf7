package import Invoicing

/// What a create would do at a moment, with a key of which this is known and a body that is new.
package struct KeyForecast: Equatable, Sendable {
  package var outcome: ForecastOutcome
  package var sentID: String
  package var burnt: ForecastRow.Burnt

  private static var fresh: Self { Self(.fresh, "", .no) }

  private init(_ outcome: ForecastOutcome, _ sentID: String, _ burnt: ForecastRow.Burnt) {
    self.outcome = outcome
    self.sentID = sentID
    self.burnt = burnt
  }

  /// Pure: the mode's rules on the evidence.
  package init(_ evidence: KeyEvidence, mode: IdempotencyMode, at now: Moment) {
    self = mode.ignoresKeys ? Self.fresh : Self.known(evidence, mode, now)
  }

  private static func known(
    _ evidence: KeyEvidence, _ mode: IdempotencyMode, _ now: Moment
  ) -> Self {
    let bindings = evidence.bindings.map { doubted($0, evidence, mode) }
      .sorted { latest($0) > latest($1) }
    let certain = bindings.filter { binding in
      binding.madeAt.map { !mode.hasExpired($0, at: now) } ?? (mode.retention == nil)
    }
    if let one = certain.first { return bound(one, certain.count, mode) }
    let told = bindings.compactMap(\.madeAt)
    let untold = bindings.filter { $0.madeAt == nil }.map(\.knownAt)
    let doubts = (evidence.doubts + evidence.refusals).filter { doubt in
      // What met a key that was bound then made nothing.
      !told.contains { $0 <= doubt && !mode.hasExpired($0, at: doubt) }
    }
    let possible = (untold + doubts).filter { !mode.hasExpired($0, at: now) }
    guard let last = possible.max() else { return fresh }
    return Self(.unknown, "", mode.burnt(from: last))
  }

  /// Under a key that is known for ever there is one invoice; should the books show several, one
  /// of them was made before the system honoured keys, and nobody knows which.
  private static func bound(
    _ binding: KeyEvidence.Binding, _ count: Int, _ mode: IdempotencyMode
  ) -> Self {
    let burnt = mode.burnt(from: binding.madeAt ?? binding.knownAt)
    let id = binding.sentID ?? ""
    if mode.isStrict { return Self(.conflict, count > 1 ? "" : id, burnt) }
    guard count == 1, binding.sentID != nil else { return Self(.unknown, "", burnt) }
    switch binding.state {
    case .live: return Self(.replayLive, id, burnt)
    case .dead: return Self(.replayDead, id, burnt)
    case .gone: return Self(mode.isCurrent ? .conflict : .replayDead, id, burnt)
    }
  }

  /// Without the moment, where a try before may have made it, whose key was still known then.
  private static func doubted(
    _ binding: KeyEvidence.Binding, _ evidence: KeyEvidence, _ mode: IdempotencyMode
  ) -> KeyEvidence.Binding {
    guard binding.isNoted, let madeAt = binding.madeAt else { return binding }
    let mayBeEarlier = (evidence.doubts + evidence.refusals).contains {
      $0 < madeAt && !mode.hasExpired($0, at: madeAt)
    }
    guard mayBeEarlier else { return binding }
    var doubted = binding
    doubted.madeAt = nil
    return doubted
  }

  private static func latest(_ binding: KeyEvidence.Binding) -> Moment {
    binding.madeAt ?? binding.knownAt
  }
}

extension IdempotencyMode {
  /// Whether a key that was bound at a moment is known no longer.
  fileprivate func hasExpired(_ moment: Moment, at now: Moment) -> Bool {
    guard let retention else { return false }
    return now.microseconds - moment.microseconds >= retention
  }

  fileprivate func burnt(from moment: Moment) -> ForecastRow.Burnt {
    guard let retention else { return .forever }
    return .until(moment.adding(microseconds: retention))
  }
}
