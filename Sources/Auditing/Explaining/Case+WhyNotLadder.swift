internal import Invoicing

// Why a rung of the ladder does not hold, once those before it do not.

extension MirrorOfCancelled {
  static func whyNot(_ c: Case) -> String {
    c.isCancelled
      ? "it is cancelled, and no mirror of it is live"
      : "the invoice is \(c.books.received.status[c.received].name), not cancelled"
  }
}

extension ReceivedTwice {
  static func whyNot(_ c: Case) -> String {
    let again = c.receivedAgain.map { c.string(c.books.received.invoices.id[$0]) }
    return again.isEmpty
      ? "no other one has its supplier, number, kind, gross and currency"
      : "\(again.listed) \(again.count == 1 ? "is" : "are") the same, and this is the one kept"
  }
}

extension StaleKey {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyNothingEnded ?? c.whyAllCredited { return reason }
    let dead = c.deadMirrors.filter { !c.matched.isCredited($0) }.map {
      whyNotGotBack(c, c.books.sent.invoices.id[$0], endedAt: c.books.sent.endedAt[$0])
    }
    let vanished = c.vanished.map { whyNotGotBack(c, $0.id, endedAt: nil) }
    return (dead + vanished).joined(separator: "; ")
  }

  private static func whyNotGotBack(_ c: Case, _ id: Text, endedAt: Moment?) -> String {
    let name = c.string(id)
    let returns = c.attempts.map(Int.init).filter { c.returned($0, id) }
    guard let endedAt else {
      let returned =
        returns.isEmpty
        ? "no attempt returned it"
        : "it was returned within \(c.matched.settings.retryWindowMinutes.counted("minute")) only"
      return "nobody knows when \(name) ended, and \(returned)"
    }
    let last = returns.last.map { ", last at \(c.books.attempts.attemptedAt[$0])" } ?? ""
    return "nothing gave \(name) back after it ended at \(endedAt)\(last)"
  }
}

extension DeletedMirror {
  static func whyNot(_ c: Case) -> String {
    c.whyNothingEnded ?? c.whyAllCredited ?? "the engine got it back, which is stale-key"
  }
}

extension CreditedMirror {
  static func whyNot(_ c: Case) -> String {
    c.whyNothingEnded ?? "not all its mirrors were credited"
  }
}

extension SharedKey {
  static func whyNot(_ c: Case) -> String {
    if let reason = c.whyThereIsOne { return reason }
    if !c.books.has(.attempts) { return "the extract has no attempts.csv" }
    if c.attempts.isEmpty { return "the engine never tried to mirror it" }
    return "none of its \(c.attempts.count.counted("attempt")) names another invoice's mirror"
  }
}

extension MissingMirror {
  static func whyNot(_ c: Case) -> String {
    c.whyThereIsOne ?? "it has no mirror, but is not marked processed either"
  }
}

extension OverdueMirror {
  static func whyNot(_ c: Case) -> String {
    c.whyThereIsOne ?? "\(c.ageInWords), within \(c.graceInWords)"
  }
}

extension DuplicateAfterTimeout {
  static func whyNot(_ c: Case) -> String {
    if c.liveCount < 2 { return c.whyNotSeveral }
    return
      "no attempt timed out, and no two of \(c.liveMirrors.map { c.id(sent: $0) }.listed) were "
      + "created within \(c.matched.settings.retryWindowMinutes.counted("minute"))"
  }
}

extension DuplicateMirror {
  static func whyNot(_ c: Case) -> String {
    c.liveCount < 2 ? c.whyNotSeveral : "there is the sign of a timeout"
  }
}

extension UnmarkedMirror {
  static func whyNot(_ c: Case) -> String {
    guard let flag = c.flag, c.isProcessed else { return "no single mirror of it is live" }
    let at = c.books.flags.processedAt[flag].map { " at \($0)" } ?? ""
    return "it is marked processed\(at)"
  }
}

extension Case {
  /// That all ended mirrors were credited, or nil.
  fileprivate var whyAllCredited: String? {
    guard !hasVanished, mirrors.allSatisfy({ matched.isCredited(Int($0)) }) else { return nil }
    let ids = deadMirrors.map { id(sent: $0) }
    return "\(ids.listed) \(ids.count == 1 ? "was" : "were") credited, not deleted or cancelled"
  }

  fileprivate var whyNotSeveral: String {
    liveMirrors.first.map { "only one mirror is live, \(id(sent: $0))" } ?? "no mirror is live"
  }
}
