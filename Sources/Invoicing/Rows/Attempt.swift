/// One try of an engine to create a mirror: a row of `attempts.csv`.
package struct Attempt: Hashable, Sendable {
  package var receivedID: String
  package var idempotencyKey: String?
  package var attemptedAt: Moment
  package var outcome: AttemptOutcome
  package var sentID: String?

  package init(
    receivedID: String, idempotencyKey: String?, attemptedAt: Moment, outcome: AttemptOutcome,
    sentID: String?
  ) {
    self.receivedID = receivedID
    self.idempotencyKey = idempotencyKey
    self.attemptedAt = attemptedAt
    self.outcome = outcome
    self.sentID = sentID
  }
}
