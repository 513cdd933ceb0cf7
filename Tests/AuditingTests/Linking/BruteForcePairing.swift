/// Step 3 by trying all pairings, for a few invoices: what `ContentMatching` is held against.
///
/// Received and sent invoices run by date, then id, and are their places; `days[r][s]` is the
/// distance of a possible pair, nil where they are none.
struct BruteForcePairing {
  private let days: [[Int?]]
  private var best: [Int?] = []
  private var bestRank: [Int]?

  /// The place of each received invoice's partner; nil for those left over.
  static func pair(_ days: [[Int?]], mode: Int = 0) -> [Int?] {
    var search = BruteForcePairing(days: days, mode: mode)
    search.visit([], taken: [])
    return search.best
  }

  private let mode: Int
  private init(days: [[Int?]], mode: Int) {
    self.days = days
    self.mode = mode
  }

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

  /// The smallest is best: most pairs, least days, the oldest paired, with the oldest.
  private func rank(_ partners: [Int?]) -> [Int] {
    let pairs = partners.count { $0 != nil }
    let total = partners.enumerated().reduce(0) { sum, pair in
      sum + (pair.element.flatMap { days[pair.offset][$0] } ?? 0)
    }
    return [-pairs, total] + tieBreak(partners)
  }
  func tieBreak(_ partners: [Int?]) -> [Int] {
    if mode == 0 { return partners.map { $0 ?? .max } }
    let left = partners.enumerated().filter { $0.element != nil }.map(\.offset)
    let s = partners.compactMap { $0 }.sorted()
    return left + s + partners.map { $0 ?? .max }
  }
}
