/// A sent invoice's link to the received invoice that it mirrors, with its evidence.
package struct Link: Equatable, Sendable {
  /// The sent invoice's place in `Books.sent`.
  package var sent: Int32
  /// The received invoice's place in `Books.received`.
  package var received: Int32
  package var step: LinkStep
  package var field: LinkField
  /// What stands in that field: an id, a key, a number; of a link by content the sent invoice's
  /// issue date is the evidence, and this is absent.
  package var value: Text

  package init(sent: Int, received: Int, step: LinkStep, field: LinkField, value: Text) {
    self.sent = Int32(sent)
    self.received = Int32(received)
    self.step = step
    self.field = field
    self.value = value
  }
}
