/// What lives, what it is worth, and which of twins is kept.
extension Oracle {
  /// The credit notes on it that mirror nothing themselves.
  func corrections(on mirror: SentTruth) -> [SentTruth] {
    sent.filter {
      $0.credits == mirror.id && $0.isCreditNote && !$0.isCancelled && links[$0.id] == nil
        && $0.currency == mirror.currency
    }
  }

  func corrected(_ mirror: SentTruth) -> Int128 {
    corrections(on: mirror).reduce(0) { $0 + Int128($1.gross) }
  }

  func isLive(_ mirror: SentTruth) -> Bool {
    if mirror.isCancelled { return false }
    if corrections(on: mirror).isEmpty { return true }
    let rest = Int128(mirror.gross) + corrected(mirror)
    return mirror.gross >= 0 ? rest > 0 : rest < 0
  }

  func worth(of mirror: SentTruth) -> Int128 {
    let worth = (mirror.isCancelled ? 0 : Int128(mirror.gross)) + corrected(mirror)
    if isLive(mirror) { return worth }
    return (worth < 0) == (mirror.gross < 0) || worth == 0 ? 0 : worth
  }

  func mirrors(of receivedID: String) -> [SentTruth] {
    sent.filter { links[$0.id] == receivedID }
  }

  func hasLiveMirror(_ receivedID: String) -> Bool {
    mirrors(of: receivedID).contains { isLive($0) }
  }

  func isOrphan(_ mirror: SentTruth) -> Bool {
    guard let stated = mirror.mirrorOf, mirror.credits == nil else { return false }
    return !ids.contains(stated) && isLive(mirror)
  }

  /// Twins are settled by the links of the first two steps.
  mutating func settleTwins() {
    var twins: [String: [ReceivedTruth]] = [:]
    for one in received where one.isInScope && !one.isCancelled {
      let key = "\(one.supplier)|\(one.number)|\(one.isCreditNote)|\(one.gross)|\(one.currency)"
      twins[key, default: []].append(one)
    }
    for group in twins.values where group.count > 1 {
      let mirrored = group.filter { hasLiveMirror($0.id) }
      let kept = (mirrored.isEmpty ? group : mirrored).min {
        Self.number($0.id) < Self.number($1.id)
      }
      for one in group where one.id != kept?.id { receivedTwice.insert(one.id) }
    }
  }

  func isReceivedTwice(_ one: ReceivedTruth) -> Bool { receivedTwice.contains(one.id) }
}
