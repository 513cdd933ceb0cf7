/// Rows grouped by an owner, each group side by side: what belongs to one case.
struct RowGroups: Sendable {
  private var starts: [Int32]
  private(set) var rows: [Int32]

  /// Groups rows by their owner, in the order of the rows; a negative owner is none.
  init(owners: Int, rows count: Int, owner: (Int) -> Int32) {
    var starts = [Int32](repeating: 0, count: owners + 1)
    for row in 0..<count where owner(row) >= 0 { starts[Int(owner(row)) + 1] += 1 }
    for i in 0..<owners { starts[i + 1] += starts[i] }
    rows = Array(repeating: 0, count: Int(starts[owners]))
    var ends = starts
    for row in 0..<count where owner(row) >= 0 {
      let group = Int(owner(row))
      rows[Int(ends[group])] = Int32(row)
      ends[group] += 1
    }
    self.starts = starts
  }

  /// The places in `rows` of an owner's group.
  func range(_ owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  /// An owner's rows.
  func of(_ owner: Int) -> ArraySlice<Int32> { rows[range(owner)] }

  /// Puts each group in order.
  mutating func sort(by precedes: (Int32, Int32) -> Bool) {
    for owner in 0..<starts.count - 1 where range(owner).count > 1 {
      rows[range(owner)].sort(by: precedes)
    }
  }
}
