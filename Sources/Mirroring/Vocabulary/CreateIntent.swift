package import Invoicing

/// A mirror that is to be made: its key, and the body that is sent with it at every try.
package struct CreateIntent: Hashable, Sendable {
  package var receivedID: String
  /// In the form of the wire.
  package var key: String
  /// The dead mirrors that the key stands for, sorted by bytes.
  package var dead: [String]
  package var body: CreateBody
  /// What a mirror made of the body has.
  package var expected: MirrorTotals
  /// When the first request was about to leave.
  package var at: Moment

  package init(
    receivedID: String, key: String, dead: [String], body: CreateBody, expected: MirrorTotals,
    at: Moment
  ) {
    self.receivedID = receivedID
    self.key = key
    self.dead = dead
    self.body = body
    self.expected = expected
    self.at = at
  }
}
