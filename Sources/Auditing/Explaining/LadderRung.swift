internal import Invoicing

/// The rungs of *where is the mirror?* in the order of `findings.md`.
enum LadderRung {
  private static let order: [(place: Whereabouts, rule: (any Rule.Type)?)] = [
    (.mirrorOfCancelled, MirrorOfCancelled.self), (.cancelled, nil),
    (.receivedTwice, ReceivedTwice.self), (.staleKey, StaleKey.self),
    (.deletedMirror, DeletedMirror.self), (.creditedMirror, CreditedMirror.self),
    (.sharedKey, SharedKey.self), (.missingMirror, MissingMirror.self),
    (.overdueMirror, OverdueMirror.self), (.pending, nil),
    (.duplicateAfterTimeout, DuplicateAfterTimeout.self),
    (.duplicateMirror, DuplicateMirror.self), (.unmarkedMirror, UnmarkedMirror.self),
    (.mirrored, nil),
  ]

  static func answers(
    _ c: Case, _ place: Whereabouts, _ found: [Verdict], _ writer: FindingWriter
  ) -> [RuleAnswer] {
    var isReached = true
    return order.map { rung in
      if rung.place == place {
        isReached = false
        return rung.rule.map { Hearing.yes($0, found, writer) } ?? answer(rung, .yes, holds(c))
      }
      guard isReached else { return answer(rung, .notReached, "exactly one holds") }
      return answer(rung, .no, rung.rule?.whyNot(c) ?? whyNot(rung.place, c))
    }
  }

  private static func answer(
    _ rung: (place: Whereabouts, rule: (any Rule.Type)?), _ answer: RuleAnswer.Answer,
    _ reason: String
  ) -> RuleAnswer {
    RuleAnswer(
      rule: rung.rule?.name ?? "\(rung.place)", severity: rung.rule?.severity, answer: answer,
      reason: reason)
  }

  /// Why a rung that is no finding holds.
  private static func holds(_ c: Case) -> String {
    if c.isCancelled { return "it is cancelled, and nothing of it is billed on" }
    if let kept = c.kept { return "\(c.id(sent: kept)) bills it, and it is marked processed" }
    return "\(c.ageInWords), within \(c.graceInWords): a run of the engine is still to come"
  }

  /// Why a rung that is no finding does not hold.
  private static func whyNot(_ place: Whereabouts, _ c: Case) -> String {
    place == .cancelled
      ? "the invoice is \(c.books.received.status[c.received].name), not cancelled"
      : c.whyThereIsOne ?? "\(c.ageInWords), beyond \(c.graceInWords)"
  }
}
