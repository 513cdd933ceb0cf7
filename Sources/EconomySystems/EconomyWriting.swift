/// What can be changed in an economy system; each call is one request of the wire, sent once.
package protocol EconomyWriting: Sendable {
  /// The bytes of a create, the same for the same draft; sends nothing.
  func body(of draft: SystemDraft) -> SystemBody

  /// Creates a draft invoice of exactly these bytes, under an idempotency key in its form on the
  /// wire.
  func create(
    _ body: SystemBody, key: String, within time: Duration
  ) async throws(SystemFailure) -> SystemCreated

  /// Books a draft: it gets its number.
  func certify(_ id: String, within time: Duration) async throws(SystemFailure)

  func send(_ id: String, within time: Duration) async throws(SystemFailure)

  /// Makes a credit note, a draft, and gives its id where the answer names it.
  func credit(_ id: String, within time: Duration) async throws(SystemFailure) -> String?

  /// Deletes a draft.
  func delete(_ id: String, within time: Duration) async throws(SystemFailure)

  /// Adds files to those that the invoice has.
  func attach(
    _ files: [SystemFile], to id: String, within time: Duration
  ) async throws(SystemFailure)

  /// Sets the processed flag of a received invoice, and the mirror that it names.
  func markProcessed(
    _ receivedID: String, mirror id: String, within time: Duration
  ) async throws(SystemFailure)
}
