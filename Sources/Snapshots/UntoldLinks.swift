internal import Invoicing

/// The links of a snapshot that its sent rows do not tell themselves (see `SnapshotTables.links`).
struct UntoldLinks {
  private var sentRows: [UInt32] = []
  private var areLinked: [Bool] = []
  private var next = 0

  init(of file: StoredSnapshot) throws(SnapshotError) {
    var rows: [UInt32] = []
    var areLinked: [Bool] = []
    try file.rows(of: SnapshotTables.links([], of: EmptyBooks.coding)) { row in
      rows.append(try row.rowNumber(0))
      areLinked.append(!row.isNull(1))
    }
    sentRows = rows
    self.areLinked = areLinked
  }

  /// Whether a sent row is linked, or nil where that is as the row itself says.
  ///
  /// It is asked of all of them, in ascending order.
  mutating func isLinked(_ row: UInt32) -> Bool? {
    guard next < sentRows.count, sentRows[next] == row else { return nil }
    defer { next += 1 }
    return areLinked[next]
  }

  /// Whether each was asked for.
  var areAllMet: Bool { next == sentRows.count }
}
