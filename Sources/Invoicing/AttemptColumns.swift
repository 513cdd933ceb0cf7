/// The engine's tries to create mirrors.
package struct AttemptColumns: Sendable {
  package var receivedID: [Text] = []
  package var idempotencyKey: [Text] = []
  package var attemptedAt: [Moment] = []
  package var outcome: [AttemptOutcome] = []
  package var sentID: [Text] = []
  package var row: [UInt32] = []

  package init() {}

  package var count: Int { receivedID.count }
}
