package import Invoicing

/// An invoice that an action touches, and what is done to it.
package struct TouchedInvoice: Equatable, Sendable {
  package var ledger: Ledger
  package var id: String
  /// As printed on it; empty where it has none.
  package var number: String
  /// Of a sent invoice its customer, of a received one or a source its supplier.
  package var party: String
  package var gross: Money
  package var operation: InvoiceOperation

  package init(
    ledger: Ledger, id: String, number: String, party: String, gross: Money,
    operation: InvoiceOperation
  ) {
    self.ledger = ledger
    self.id = id
    self.number = number
    self.party = party
    self.gross = gross
    self.operation = operation
  }
}
