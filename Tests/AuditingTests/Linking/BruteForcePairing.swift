/// Step 3 by trying all pairings, for a few invoices: what `ContentMatching` is held against.
///
/// Received and sent invoices run by date, then id, and are their places; `days[r][s]` is the
/// distance of a possible pair, nil where they are none.
struct BruteForcePairing {
  private let days: [[Int?]]
  private var best: [Int?] = []
  private var bestRank: [Int]?

  /// The place of each received invoice's partner; nil for those left over.
  static func pair(_ days: [[Int?]]) -> [Int?] {
    var search = BruteForcePairing(days: days)
    search.visit([], taken: [])
    return search.best
  }

  private init(days: [[Int?]]) { self.days = days }

  private mutating func visit(_ partners: [Int?], taken: Set<Int>) {
    if partners.count == days.count {
      let rank = rank(partners)
      if bestRank.map({ rank.lexicographicallyPrecedes($0) }) ?? true {
        best = partners
        bestRank = rank
      }
      return
    }
    for (sent, distance) in days[partners.count].enumerated()
    where distance != nil && !taken.contains(sent) {
      visit(partners + [sent], taken: taken.union([sent]))
    }
    visit(partners + [nil], taken: taken)
  }

  /// The smallest is best: most pairs; least days; the oldest with the oldest, one after another,
  /// and left over only where no such pairing has it.
  private func rank(_ partners: [Int?]) -> [Int] {
    let paired = partners.indices.filter { partners[$0] != nil }
    let total = paired.reduce(0) { sum, received in
      sum + (partners[received].flatMap { days[received][$0] } ?? 0)
    }
    return [-paired.count, total] + partners.map { $0 ?? Int.max }
  }
}
