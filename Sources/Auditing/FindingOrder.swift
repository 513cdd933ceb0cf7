internal import Invoicing

/// The order of findings: by severity, then size of the effect, then rule, then ids.
enum FindingOrder {
  /// What settles the order of nearly all ids without a look at them.
  struct IDKeys {
    /// Of the received invoice.
    let received: IdentifierKey
    /// Where there is none: whether sent invoices are at fault, and the key of the first of them,
    /// or else of the number.
    let others: (hasSent: Bool, key: IdentifierKey)?
  }

  /// The places of findings, in their order.
  ///
  /// - Parameter precedesByIDs: settles the order of two of one severity, size and rule.
  static func order(
    _ findings: [FindingFigures], _ rules: RuleNames, ids: [IDKeys],
    precedesByIDs: (Int, Int) -> Bool
  ) -> [Int] {
    let byName = rules.all.indices.sorted { rules[$0] < rules[$1] }
    var ranks = [Int](repeating: 0, count: byName.count)
    for (rank, rule) in byName.enumerated() { ranks[rule] = rank }
    var keys = findings.indices.map { place in
      Key(place, findings[place], rank: ranks[findings[place].rule], ids[place])
    }
    keys.sort { a, b in
      if let precedes = a.precedes(b) { return precedes }
      let sizes = (findings[a.place].comparableSize, findings[b.place].comparableSize)
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      return a.precedesByRuleAndIDs(b) ?? precedesByIDs(a.place, b.place)
    }
    return keys.map(\.place)
  }

  /// What settles the order of nearly all, apart from the texts.
  private struct Key {
    let place: Int
    /// The severity, then the size turned around, as far as 61 bits hold it.
    private let weight: UInt64
    /// The rule's place among the names of all.
    private let rule: Int
    private let ids: IDKeys

    init(_ place: Int, _ figures: FindingFigures, rank: Int, _ ids: IDKeys) {
      self.place = place
      let size = UInt64(min(figures.comparableSize, Int128(Self.mostSize)))
      weight = UInt64(figures.severity.rawValue) << 61 | (Self.mostSize - size)
      rule = rank
      self.ids = ids
    }

    private static let mostSize: UInt64 = 1 << 61 - 1

    /// Nil where the sizes themselves must settle it, or the ids.
    func precedes(_ next: Key) -> Bool? {
      if weight != next.weight { return weight < next.weight }
      return isOfMostSize ? nil : precedesByRuleAndIDs(next)
    }

    private var isOfMostSize: Bool { weight & Self.mostSize == 0 }

    /// The same of two of one size.
    func precedesByRuleAndIDs(_ next: Key) -> Bool? {
      if rule != next.rule { return rule < next.rule }
      if ids.received != next.ids.received { return ids.received < next.ids.received }
      guard let others = ids.others, let nextOthers = next.ids.others else { return nil }
      if others.hasSent != nextOthers.hasSent { return nextOthers.hasSent }
      return others.key == nextOthers.key ? nil : others.key < nextOthers.key
    }
  }
}

extension FindingFigures {
  fileprivate var comparableSize: Int128 { Money(effect, currency).comparableSize }
}

extension FindingOrder.IDKeys {
  init(_ record: FindingRecord) {
    received = IdentifierKey(record.receivedID.utf8.span)
    if record.receivedID.isEmpty {
      let other = record.sentIDs.first ?? record.number
      others = (!record.sentIDs.isEmpty, IdentifierKey(other.utf8.span))
    } else {
      others = nil
    }
  }
}
