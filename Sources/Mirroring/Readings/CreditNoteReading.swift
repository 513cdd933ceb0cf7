package import Invoicing

/// A credit note on a sent invoice.
package struct CreditNoteReading: Hashable, Sendable {
  package var id: String
  /// Negative, on an invoice.
  package var gross: Money
  package var status: SentStatus
  /// What it mirrors itself: then it is no correction, both sides were credited.
  package var mirrorOf: String?

  package init(id: String, gross: Money, status: SentStatus, mirrorOf: String?) {
    self.id = id
    self.gross = gross
    self.status = status
    self.mirrorOf = mirrorOf
  }
}
