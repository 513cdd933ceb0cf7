internal import Invoicing

/// Which sent invoice mirrors which received one, by the five steps of `findings.md`.
///
/// No two received invoices of the world agree in amount but twins, of which one alone may be
/// paired: so pairing by content needs no search here.
extension Oracle {
  private struct Claim {
    let receivedID: String
    let strength: Int
    let agrees: Bool
  }

  mutating func link() {
    findVanished()
    var waiting: [(received: String, sent: String)] = []
    for one in sent {
      if let stated = one.mirrorOf {
        if mayMirror(one, stated) { links[one.id] = stated }
        if one.credits == nil || links[one.id] != nil { continue }
      }
      guard let best = bestClaim(on: one) else { continue }
      if best.agrees || best.strength == 0 {
        links[one.id] = best.receivedID
      } else {
        waiting.append((best.receivedID, one.id))
      }
    }
    settleTwins()
    linkByContent()
    for (receivedID, id) in waiting.sorted(by: { Self.isBefore($0, $1) })
    where links[id] == nil && !hasLiveMirror(receivedID) { links[id] = receivedID }
    linkFurther()
  }

  private static func isBefore(_ a: (String, String), _ b: (String, String)) -> Bool {
    a.0 == b.0 ? number(a.1) < number(b.1) : number(a.0) < number(b.0)
  }

  static func number(_ id: String) -> Int64 { Int64(id) ?? .max }

  func one(_ receivedID: String) -> ReceivedTruth? { received.first { $0.id == receivedID } }

  /// A credit note on a sent invoice mirrors at most a supplier's credit note.
  private func mayMirror(_ mirror: SentTruth, _ receivedID: String) -> Bool {
    guard let one = one(receivedID) else { return false }
    return mirror.credits == nil || one.isCreditNote
  }

  func agree(_ mirror: SentTruth, _ one: ReceivedTruth) -> Bool {
    mirror.isCreditNote == one.isCreditNote && mirror.currency == one.currency
      && mirror.gross == one.gross && one.source.map { $0.customer == mirror.customer } ?? true
  }

  // MARK: Claims

  private func bestClaim(on mirror: SentTruth) -> Claim? {
    claims(on: mirror).filter { mayMirror(mirror, $0.receivedID) }.min { a, b in
      if a.agrees != b.agrees { return a.agrees }
      if a.strength != b.strength { return a.strength < b.strength }
      return Self.number(a.receivedID) < Self.number(b.receivedID)
    }
  }

  private func claims(on mirror: SentTruth) -> [Claim] {
    var claims: [Claim] = []
    func claim(_ receivedID: String, _ strength: Int) {
      guard let one = one(receivedID) else { return }
      claims.append(
        Claim(receivedID: receivedID, strength: strength, agrees: agree(mirror, one)))
    }
    let naming = attempts.filter { $0.sentID == mirror.id }
    for attempt in naming where attempt.outcome == .created { claim(attempt.receivedID, 0) }
    if let key = key(of: mirror) {
      let tried = Set(attempts.filter { $0.idempotencyKey == key }.map(\.receivedID))
      if tried.count == 1, let only = tried.first { claim(only, 0) }
      claim(key, 0)
      let parts = key.split(separator: ":")
      if parts.count == 3, parts[0] == "mirror" { claim(String(parts[1]), 0) }
    }
    let words = Set(mirror.reference.split(separator: " ").map(String.init))
    for one in received where words.contains(one.number) { claim(one.id, 1) }
    for one in received where one.flagged == mirror.id { claim(one.id, 2) }
    for attempt in naming where attempt.outcome != .created { claim(attempt.receivedID, 3) }
    return claims
  }

  /// The key that the journal knows to have made it, or to have brought it back.
  private func key(of mirror: SentTruth) -> String? {
    let keyed = entriesInOrder.filter { $0.sentID == mirror.id && $0.idempotencyKey != nil }
    return (keyed.first { $0.outcome == .created } ?? keyed.first)?.idempotencyKey
  }

  // MARK: Content

  private func isPossiblePair(_ mirror: SentTruth, _ one: ReceivedTruth) -> Bool {
    one.isInScope && !one.isCancelled && !isReceivedTwice(one) && agree(mirror, one)
      && (0...10).contains(mirror.date.days(since: one.date))
  }

  private mutating func linkByContent() {
    for one in received where !hasLiveMirror(one.id) {
      let nearest = sent.filter { isFree($0) && isLive($0) && isPossiblePair($0, one) }.min {
        let (a, b) = ($0.date.days(since: one.date), $1.date.days(since: one.date))
        return a == b ? Self.number($0.id) < Self.number($1.id) : a < b
      }
      if let nearest { links[nearest.id] = one.id }
    }
  }

  private mutating func linkFurther() {
    for mirror in sent where isFree(mirror) && isLive(mirror) && mirror.credits == nil {
      let possible = received.filter { isPossiblePair(mirror, $0) && hasLiveMirror($0.id) }
      if let one = possible.first { links[mirror.id] = one.id }
    }
  }

  /// Neither linked nor an orphan.
  private func isFree(_ mirror: SentTruth) -> Bool {
    links[mirror.id] == nil && (mirror.mirrorOf == nil || mirror.credits != nil)
  }

  // MARK: What is no more

  private mutating func findVanished() {
    let there = Set(sent.map(\.id))
    var owners: [String: String] = [:]
    let byTime = attempts.sorted {
      ($0.attemptedAt, Self.number($0.receivedID)) < ($1.attemptedAt, Self.number($1.receivedID))
    }
    for attempt in byTime where ids.contains(attempt.receivedID) {
      if let id = attempt.sentID { owners[id] = owners[id] ?? attempt.receivedID }
    }
    for one in received.sorted(by: { Self.number($0.id) < Self.number($1.id) }) {
      if let id = one.flagged { owners[id] = owners[id] ?? one.id }
    }
    for (id, receivedID) in seen where owners[id] == nil { owners[id] = receivedID }
    vanished = owners.filter { !there.contains($0.key) }
  }
}
