package import Invoicing

/// A request that changes the books and bears no key.
package struct Deed: Hashable, Sendable {
  package var receivedID: String
  package var kind: DeedKind
  /// The sent invoice that it is done to; of a flag the mirror that it names.
  package var sentID: String
  /// Of a credit, once known: the credit note.
  package var creditNoteID: String?
  package var at: Moment

  package init(
    receivedID: String, kind: DeedKind, sentID: String, creditNoteID: String? = nil, at: Moment
  ) {
    self.receivedID = receivedID
    self.kind = kind
    self.sentID = sentID
    self.creditNoteID = creditNoteID
    self.at = at
  }
}
