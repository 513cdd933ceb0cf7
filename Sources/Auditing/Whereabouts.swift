internal import Invoicing

/// Where the mirror of a received invoice is: the ladder of `findings.md`, of which exactly one
/// rung holds, the first that does.
enum Whereabouts: Equatable {
  case cancelled
  case mirrorOfCancelled
  case receivedTwice
  case staleKey
  case deletedMirror
  case creditedMirror
  case sharedKey
  case missingMirror
  case overdueMirror
  case pending
  case duplicateAfterTimeout
  case duplicateMirror
  case unmarkedMirror
  case mirrored

  init(_ c: Case) {
    if c.isCancelled {
      self = c.liveCount > 0 ? .mirrorOfCancelled : .cancelled
    } else if c.isReceivedTwice {
      self = .receivedTwice
    } else if c.liveCount > 1 {
      self = Self.hasSignOfTimeout(c) ? .duplicateAfterTimeout : .duplicateMirror
    } else if c.liveCount == 1 {
      self = c.isProcessed ? .mirrored : .unmarkedMirror
    } else if !c.mirrors.isEmpty || c.hasVanished {
      self = Self.ofDead(c)
    } else {
      self = Self.ofNone(c)
    }
  }

  private static func ofDead(_ c: Case) -> Self {
    let isAllCredited =
      !c.hasVanished && c.mirrors.allSatisfy { c.matched.isCredited(Int($0)) }
    if isAllCredited { return .creditedMirror }
    return c.gotDeadMirrorBack ? .staleKey : .deletedMirror
  }

  private static func ofNone(_ c: Case) -> Self {
    if !c.mirrorsOfOthers.isEmpty { return .sharedKey }
    if c.isProcessed { return .missingMirror }
    return c.age > c.matched.settings.graceDays ? .overdueMirror : .pending
  }

  private static func hasSignOfTimeout(_ c: Case) -> Bool {
    if c.attempts.contains(where: { c.books.attempts.outcome[Int($0)] == .timeout }) { return true }
    let created = c.liveMirrors.compactMap { c.books.sent.createdAt[$0]?.microseconds }.sorted()
    return zip(created, created.dropFirst()).contains { $1 - $0 <= c.matched.settings.retryWindow }
  }
}

extension MatchedBooks {
  /// Whether a dead invoice was credited, and neither deleted nor cancelled.
  func isCredited(_ sent: Int) -> Bool {
    books.sent.status[sent] != .deleted && books.sent.status[sent] != .cancelled
  }
}

extension Case {
  /// Ids of other received invoices' mirrors that the case's attempts name, by size.
  var mirrorsOfOthers: [Text] {
    var others: [Text] = []
    for attempt in attempts {
      let id = matched.linkage.sentID(ofAttempt: Int(attempt))
      if !id.isAbsent, !others.contains(id), belongsToOther(id) { others.append(id) }
    }
    return others.sorted { books.compareIDs($0, $1) < 0 }
  }

  private func belongsToOther(_ id: Text) -> Bool {
    if let sent = matched.linkage.index.sentByID.first(id) {
      guard let link = matched.linkage.links[sent] else { return false }
      return Int(link.received) != received
    }
    guard let vanished = matched.vanished.find(id) else { return false }
    return vanished.owner >= 0 && Int(vanished.owner) != received
  }

  /// Whether the engine got one of the dead mirrors back and took it for done.
  var gotDeadMirrorBack: Bool {
    for mirror in deadMirrors where !matched.isCredited(mirror) {
      if gotBack(books.sent.invoices.id[mirror], endedAt: books.sent.endedAt[mirror]) {
        return true
      }
    }
    return vanished.contains { gotBack($0.id, endedAt: nil) }
  }

  private func gotBack(_ id: Text, endedAt: Moment?) -> Bool {
    guard let endedAt else { return returnsSpanMoreThanWindow(id) }
    let isReturned = attempts.contains { attempt in
      returned(Int(attempt), id) && books.attempts.attemptedAt[Int(attempt)] > endedAt
    }
    if isReturned { return true }
    guard let flag, isProcessed, let processedAt = books.flags.processedAt[flag] else {
      return false
    }
    guard processedAt > endedAt else { return false }
    let named = books.flags.mirrorID[flag]
    return named == id || named.isAbsent || matched.linkage.ignoresPointer(ofFlag: flag)
  }

  /// Whether an attempt returned a sent invoice: it was created or replayed, and has its id.
  func returned(_ attempt: Int, _ id: Text) -> Bool {
    // What most attempts name is told without a look at what is there.
    guard books.attempts.sentID[attempt] == id else { return false }
    switch books.attempts.outcome[attempt] {
    case .created, .replayed: return matched.linkage.sentID(ofAttempt: attempt) == id
    case .timeout, .failed, .conflict: return false
    }
  }

  /// Whether the last return of a sent invoice lies more than the retry window behind the first.
  func returnsSpanMoreThanWindow(_ id: Text) -> Bool {
    guard let first = attempts.first(where: { returned(Int($0), id) }),
      let last = attempts.last(where: { returned(Int($0), id) })
    else { return false }
    let at = books.attempts.attemptedAt
    return at[Int(last)].microseconds - at[Int(first)].microseconds > matched.settings.retryWindow
  }
}
