/// The engine's tries to create mirrors.
package struct AttemptColumns: Sendable {
  package var receivedID: [Text] = []
  package var idempotencyKey: [Text] = []
  package var attemptedAt: [Moment] = []
  package var outcome: [AttemptOutcome] = []
  package var sentID: [Text] = []
  package var row = RowNumbers()

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) {
    receivedID.reserveCapacity(rows)
    idempotencyKey.reserveCapacity(rows)
    attemptedAt.reserveCapacity(rows)
    outcome.reserveCapacity(rows)
    sentID.reserveCapacity(rows)
  }

  package var count: Int { receivedID.count }
}
