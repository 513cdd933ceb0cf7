/// The ids that a misspelt one may have meant.
enum NearestIDs {
  /// Up to three, the nearest first: those that begin with it, else those that differ least.
  static func nearest(to id: String, _ known: Set<String>) -> [String] {
    let sorted = known.sorted()
    let begun = id.isEmpty ? [] : sorted.filter { $0.hasPrefix(id) }
    if !begun.isEmpty { return Array(begun.prefix(3)) }
    let steps = sorted.map { distance(id, $0) }
    let places = sorted.indices.filter { steps[$0] <= 6 }
    let ranked = places.sorted { steps[$0] == steps[$1] ? $0 < $1 : steps[$0] < steps[$1] }
    return ranked.prefix(3).map { sorted[$0] }
  }

  /// How many letters must be put in, taken out or changed; of a long text only the start counts.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count]
  }
}
