/// Rows grouped by an owner, each group side by side: what belongs to one case.
struct RowGroups: Sendable {
  private var starts: [Int32]
  private(set) var rows: [Int32]

  /// Groups rows by their owner, in the order of the rows; a negative owner is none.
  init(owners: Int, rows count: Int, owner: (Int) -> Int32) {
    // Behind `starts[owner + 1]` the owner's rows begin while they are counted and put in place,
    // and end when all are.
    var starts = [Int32](repeating: 0, count: owners + 2)
    for row in 0..<count {
      let group = owner(row)
      if group >= 0 { starts[Int(group) + 2] += 1 }
    }
    for i in 0..<owners { starts[i + 2] += starts[i + 1] }
    rows = Array(repeating: 0, count: Int(starts[owners + 1]))
    for row in 0..<count {
      let group = owner(row)
      if group < 0 { continue }
      let place = starts[Int(group) + 1]
      rows[Int(place)] = Int32(row)
      starts[Int(group) + 1] = place + 1
    }
    self.starts = starts
  }

  /// The places in `rows` of an owner's group.
  func range(_ owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  /// An owner's rows.
  func of(_ owner: Int) -> ArraySlice<Int32> { rows[range(owner)] }

  /// The rows of some owners, one after the other; no read waits for another's.
  func of(_ owners: [Int]) -> [Int] {
    let ranges = owners.map(range)
    var all: [Int] = []
    all.reserveCapacity(owners.count * 2)
    for range in ranges {
      for place in range { all.append(Int(rows[place])) }
    }
    return all
  }

  /// Puts each group in order.
  mutating func sort(by precedes: (Int32, Int32) -> Bool) {
    for owner in 0..<starts.count - 2 where range(owner).count > 1 {
      rows[range(owner)].sort(by: precedes)
    }
  }
}
