package import Invoicing

/// What can be read of an economy system, in the words of its trade.
///
/// Every request of the wire is sent once, within the time given for each; nothing is tried again
/// here and nothing is decided. What is not there is nil.
package protocol EconomyReading: Sendable {
  /// An invoice that the group received, with its own files.
  func received(
    _ id: String, within time: Duration
  ) async throws(SystemFailure) -> SystemReceived?

  func receivedPage(
    _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemReceived>

  /// The invoices of this number and kind in the supplier's own books, addressed to the group.
  func sources(
    of supplier: String, number: String, kind: InvoiceKind, within time: Duration
  ) async throws(SystemFailure) -> [SystemSource]

  /// All that the supplier's own books have for the group, page by page; other customers' are
  /// left out of the items, not of the size.
  func sourcePage(
    of supplier: String, _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemSource>

  /// The customers in the group's books that answer to this.
  func customers(
    _ query: CustomerSearch, within time: Duration
  ) async throws(SystemFailure) -> [SystemCustomer]

  /// An entry of the supplier's books behind a line.
  func expense(
    _ entry: String, of supplier: String, within time: Duration
  ) async throws(SystemFailure) -> SystemExpense

  /// What the group sent that says it mirrors this received invoice.
  func mirrors(
    of receivedID: String, within time: Duration
  ) async throws(SystemFailure) -> [SystemSent]

  /// An invoice that the group sent, with its credit notes.
  func sent(_ id: String, within time: Duration) async throws(SystemFailure) -> SystemSent?

  /// Without the credit notes of each: they stand in the list themselves.
  func sentPage(
    _ page: PageRequest, within time: Duration
  ) async throws(SystemFailure) -> SystemPage<SystemSent>
}
