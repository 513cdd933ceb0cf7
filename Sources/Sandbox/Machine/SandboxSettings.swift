/// How the economy system behaves; its books remember it.
package struct SandboxSettings: Hashable, Sendable {
  package var idempotency: IdempotencyMode
  /// Whether a replay carries `Idempotent-Replayed: true`.
  package var marksReplays: Bool
  /// Whether certified invoices may be deleted, as in the story's system.
  package var allowsDeletingCertified: Bool

  package init(
    idempotency: IdempotencyMode = .usual, marksReplays: Bool = false,
    allowsDeletingCertified: Bool = false
  ) {
    self.idempotency = idempotency
    self.marksReplays = marksReplays
    self.allowsDeletingCertified = allowsDeletingCertified
  }
}
