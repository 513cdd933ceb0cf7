package import Invoicing

/// What the engine asks of the economy system, in the words of its trade.
///
/// A connector may need several requests of the wire for one of these; it keeps the rate limit,
/// repeats nothing and decides nothing.
package enum SystemRequest: Hashable, Sendable {
  /// Answered by `received`, with its own files.
  case readReceived(id: String)
  /// In the supplier's own books; answered by `sources`, each with its lines.
  case findSources(supplier: String, number: String, kind: InvoiceKind)
  /// In the group's books; answered by `customers`.
  case findCustomers(CustomerQuery)
  /// An entry of the supplier's books behind a line; answered by `expense`.
  case readExpense(supplier: String, entry: String)
  /// What the group sent that says it mirrors this, dead or alive; answered by `mirrors`.
  case findMirrors(receivedID: String)
  /// Answered by `sent`.
  case readSent(id: String)
  /// The key is in the form of the wire; answered by `created`.
  case createMirror(CreateBody, key: String)
  /// Books it; answered by `done`.
  case certify(id: String)
  /// Answered by `done`.
  case send(id: String)
  /// Answered by `credited`; the note is left a draft where the system leaves it so.
  case credit(id: String)
  /// A draft; answered by `done`.
  case delete(id: String)
  /// Adds files to those that it has; answered by `done`.
  case attachFiles([FileContent], id: String)
  /// Sets the flag, and the mirror that it names; answered by `done`.
  case setProcessed(receivedID: String, mirrorID: String)
}
