internal import Invoicing

/// The order of findings: by severity, then size of the effect, then rule, then ids.
enum FindingOrder {
  /// The places of findings, in their order.
  ///
  /// - Parameters:
  ///   - received: the beginnings of the received invoices' ids.
  ///   - precedesByIDs: settles the order of two of one severity, size and rule.
  static func order(
    _ findings: [FindingFigures], received: [IdentifierKey],
    precedesByIDs: (Int, Int) -> Bool
  ) -> [Int] {
    let names = Set(findings.map(\.rule)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let keys = findings.indices.map { place in
      Key(
        findings[place], rank: ranks[findings[place].rule, default: 0], received: received[place])
    }
    return findings.indices.sorted { a, b in
      keys[a].precedes(keys[b]) ?? precedesByIDs(a, b)
    }
  }

  /// What settles the order of nearly all, apart from the texts.
  private struct Key {
    private let severity: UInt8
    private let size: Int128
    /// The rule's place among the names of all.
    private let rule: Int
    private let received: IdentifierKey

    init(_ figures: FindingFigures, rank: Int, received: IdentifierKey) {
      severity = figures.severity.rawValue
      size = Money(figures.effect, figures.currency).comparableSize
      rule = rank
      self.received = received
    }

    /// Nil where the ids themselves must settle it.
    func precedes(_ other: Key) -> Bool? {
      if severity != other.severity { return severity < other.severity }
      if size != other.size { return size > other.size }
      if rule != other.rule { return rule < other.rule }
      return received == other.received ? nil : received < other.received
    }
  }
}
