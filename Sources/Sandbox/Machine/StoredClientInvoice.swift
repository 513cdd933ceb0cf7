package import EconomyAPI
package import Invoicing

/// A client invoice as the books keep it.
package struct StoredClientInvoice: Hashable, Sendable {
  package var invoice: ClientInvoice
  /// No list has it before this moment (`stale-list`).
  package var listedFrom: Moment?

  package init(_ invoice: ClientInvoice, listedFrom: Moment? = nil) {
    self.invoice = invoice
    self.listedFrom = listedFrom
  }
}
