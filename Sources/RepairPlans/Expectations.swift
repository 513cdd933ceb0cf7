/// What must still be true of the economy system when an action is executed.
package struct Expectations: Equatable, Sendable {
  package var received: ExpectedReceived?
  package var mirrors: ExpectedMirrors?
  /// By what they are for: the ones that are changed first, then those that they rest on.
  package var sent: [ExpectedSent]

  package init(
    received: ExpectedReceived? = nil, mirrors: ExpectedMirrors? = nil, sent: [ExpectedSent] = []
  ) {
    self.received = received
    self.mirrors = mirrors
    self.sent = sent
  }

  /// Whether nothing is expected, as of what is left to hands.
  package var isEmpty: Bool { received == nil && mirrors == nil && sent.isEmpty }
}
