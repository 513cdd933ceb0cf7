/// The processed flags, at most one for each received invoice.
package struct FlagColumns: Sendable {
  package var receivedID: [Text] = []
  package var processed: [Bool] = []
  package var processedAt = MomentColumn()
  /// The mirror that the engine believes it made.
  package var mirrorID: [Text] = []
  package var row = RowNumbers()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    receivedID.reserveCapacity(rows)
    processed.reserveCapacity(rows)
    processedAt.reserve(rows)
    mirrorID.reserveCapacity(rows)
  }

  package var count: Int { receivedID.count }
}
