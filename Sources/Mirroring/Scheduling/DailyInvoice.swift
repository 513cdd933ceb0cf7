package import Invoicing

/// A received invoice as the list of them shows it: what the daily job must know to begin.
package struct DailyInvoice: Hashable, Sendable {
  package var invoice: ReceivedInvoice
  package var isProcessed: Bool

  package init(invoice: ReceivedInvoice, isProcessed: Bool) {
    self.invoice = invoice
    self.isProcessed = isProcessed
  }
}
