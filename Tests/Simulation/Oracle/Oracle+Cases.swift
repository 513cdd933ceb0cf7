internal import EconomyAPI
internal import Invoicing

/// Where is the mirror, and is it right?
extension Oracle {
  static let grace = 7
  static let window: Int64 = 15 * 60_000_000

  func judge(_ one: ReceivedTruth) -> [Verdict] {
    let all = mirrors(of: one.id)
    let live = all.filter { isLive($0) }
    let over = all.filter { !isLive($0) && worth(of: $0) != 0 }.map { mirror in
      Verdict(
        rule: "over-credited", receivedID: one.id, sentIDs: [mirror.id],
        effect: worth(of: mirror), currency: mirror.currency)
    }
    if one.isCancelled {
      return over + byCurrency("mirror-of-cancelled", one, live)
    }
    if isReceivedTwice(one) {
      let surplus = byCurrency("received-twice", one, live)
      return over + (surplus.isEmpty ? [verdict("received-twice", one)] : surplus)
    }
    guard let kept = kept(of: live, one) else {
      return over + [lacking(one, all)].compactMap(\.self)
    }
    return over + place(one, live, kept) + content(one, kept) + around(one, live, kept)
  }

  func verdict(
    _ rule: String, _ one: ReceivedTruth, _ sentIDs: [String] = [], _ effect: Int128 = 0
  ) -> Verdict {
    Verdict(
      rule: rule, receivedID: one.id,
      sentIDs: sentIDs.sorted { Self.number($0) < Self.number($1) }, effect: effect,
      currency: one.currency)
  }

  /// One row for each currency of the mirrors at fault.
  private func byCurrency(
    _ rule: String, _ one: ReceivedTruth, _ atFault: [SentTruth]
  ) -> [Verdict] {
    Dictionary(grouping: atFault, by: \.currency).map { currency, mirrors in
      var verdict = verdict(rule, one, mirrors.map(\.id))
      verdict.effect = mirrors.reduce(0) { $0 + worth(of: $1) }
      verdict.currency = currency
      return verdict
    }
  }

  func kept(of live: [SentTruth], _ one: ReceivedTruth) -> SentTruth? {
    if let flagged = live.first(where: { $0.id == one.flagged }) { return flagged }
    return live.min { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.createdAt != b.createdAt { return a.createdAt < b.createdAt }
      return Self.number(a.id) < Self.number(b.id)
    }
  }

  // MARK: No live mirror

  private func lacking(_ one: ReceivedTruth, _ dead: [SentTruth]) -> Verdict? {
    let gross = -Int128(one.gross)
    let gone = vanished.filter { $0.value == one.id }.map(\.key)
    let deleted = dead.filter(\.isCancelled).map(\.id) + gone
    if deleted.contains(where: { cameBack($0, one) }) {
      return verdict("stale-key", one, deleted, gross)
    }
    if !deleted.isEmpty { return verdict("deleted-mirror", one, deleted, gross) }
    if !dead.isEmpty { return verdict("credited-mirror", one, dead.map(\.id), gross) }
    let shared = Set(
      attempts.filter { $0.receivedID == one.id }.compactMap(\.sentID).filter {
        (links[$0] ?? vanished[$0] ?? one.id) != one.id
      })
    if !shared.isEmpty { return verdict("shared-key", one, Array(shared), gross) }
    if one.isProcessed { return verdict("missing-mirror", one, [], gross) }
    guard now.date.days(since: one.date) > Self.grace else { return nil }
    return verdict("overdue-mirror", one, [], gross)
  }

  private func returns(of id: String, _ one: ReceivedTruth) -> [Moment] {
    attempts.filter {
      $0.receivedID == one.id && $0.sentID == id
        && ($0.outcome == .created || $0.outcome == .replayed)
    }.map(\.attemptedAt)
  }

  /// Later than its first return by more than the window; when it ended nobody knows.
  private func cameBack(_ id: String, _ one: ReceivedTruth) -> Bool {
    let returns = returns(of: id, one)
    guard let first = returns.min(), let last = returns.max() else { return false }
    return last.microseconds - first.microseconds > Self.window
  }

  // MARK: A live mirror

  private func place(
    _ one: ReceivedTruth, _ live: [SentTruth], _ kept: SentTruth
  ) -> [Verdict] {
    if live.count > 1 {
      let times = live.map(\.createdAt.microseconds).sorted()
      let isQuick = zip(times, times.dropFirst()).contains { $1 - $0 <= Self.window }
      let isTimeout = attempts.contains { $0.receivedID == one.id && $0.outcome == .timeout }
      return byCurrency(
        isQuick || isTimeout ? "duplicate-after-timeout" : "duplicate-mirror", one,
        live.filter { $0.id != kept.id })
    }
    return one.isProcessed ? [] : [verdict("unmarked-mirror", one, [kept.id])]
  }

  private func around(
    _ one: ReceivedTruth, _ live: [SentTruth], _ kept: SentTruth
  ) -> [Verdict] {
    var verdicts: [Verdict] = []
    if kept.isDraft, now.date.days(since: kept.createdAt.date) > Self.grace {
      verdicts.append(verdict("unsent-mirror", one, [kept.id]))
    }
    let corrected = corrected(kept)
    if !corrections(on: kept).isEmpty, corrected != 0 {
      var partly = verdict("partly-credited", one, [kept.id], corrected)
      partly.currency = kept.currency
      verdicts.append(partly)
    }
    if let source = one.source, source.customer != kept.customer {
      verdicts.append(verdict("wrong-customer", one, [kept.id]))
    }
    if !one.files.isSubset(of: kept.files) {
      verdicts.append(verdict("missing-attachment", one, [kept.id]))
    }
    if let flagged = one.flagged, !live.contains(where: { $0.id == flagged }) {
      verdicts.append(verdict("wrong-link", one, [flagged]))
    }
    let reused = live.map(\.id).filter { cameBack($0, one) }
    if !reused.isEmpty { verdicts.append(verdict("key-reused", one, reused)) }
    return verdicts
  }

  // MARK: Amounts

  private func content(_ one: ReceivedTruth, _ kept: SentTruth) -> [Verdict] {
    if one.currency != kept.currency {
      var other = verdict("wrong-currency", one, [kept.id], Int128(kept.gross))
      other.currency = kept.currency
      return [verdict("wrong-currency", one, [kept.id], -Int128(one.gross)), other]
    }
    var verdicts: [Verdict] = []
    var aside: [LineTruth] = []
    if one.net != kept.net, let lines = one.source?.lines, !lines.isEmpty, !kept.lines.isEmpty {
      let missing = Self.missing(from: kept.lines, of: lines)
      let skipped = missing.filter { $0.kind == "mileage" }
      let others = missing.filter { $0.kind != "mileage" }
      let count = { (lines: [LineTruth]) in lines.filter { $0.kind != "mileage" }.count }
      if !skipped.isEmpty {
        verdicts.append(verdict("unbilled-expense", one, [kept.id], -Self.gross(of: skipped)))
        aside += skipped
      }
      if !others.isEmpty, count(kept.lines) < count(lines) {
        verdicts.append(verdict("missing-lines", one, [kept.id], -Self.gross(of: others)))
        aside += others
      }
    }
    let parts = verdicts.reduce(Int128(0)) { $0 + $1.effect }
    let left = Int128(kept.gross) - Int128(one.gross) - parts
    let net = Int128(kept.net - one.net) + aside.reduce(0) { $0 + Int128($1.net) }
    let vat = left - net
    if net != 0, left != 0 {
      verdicts.append(verdict("wrong-amount", one, [kept.id], left))
    } else if vat.magnitude > aside.count {
      verdicts.append(verdict("wrong-vat", one, [kept.id], left))
    }
    return verdicts
  }

  private static func missing(from mirror: [LineTruth], of lines: [LineTruth]) -> [LineTruth] {
    var rest = mirror
    return lines.filter { line in
      guard let place = rest.firstIndex(of: line) else { return true }
      rest.remove(at: place)
      return false
    }
  }

  private static func gross(of lines: [LineTruth]) -> Int128 {
    Dictionary(grouping: lines, by: \.rate).reduce(0) { sum, group in
      let net = group.value.reduce(Int128(0)) { $0 + Int128($1.net) }
      var scale: Int128 = 100
      for _ in 0..<group.key.places { scale *= 10 }
      let product = net * Int128(group.key.digits)
      let vat = (product.magnitude * 2 + scale.magnitude) / (2 * scale.magnitude)
      return sum + net + (product < 0 ? -Int128(vat) : Int128(vat))
    }
  }
}
