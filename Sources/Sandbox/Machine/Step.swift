/// What one request led to.
package struct Step: Sendable {
  package var answer: Answer
  package var delivery: Delivery
  /// What the books have else than before; to be kept before the answer leaves.
  package var changes: [Change]
  /// What really happened, whatever the client is told.
  package var event: TruthEvent
}
