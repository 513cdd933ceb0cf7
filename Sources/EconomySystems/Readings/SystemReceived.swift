package import Invoicing

/// A received invoice as the system has it now.
package struct SystemReceived: Hashable, Sendable {
  package var invoice: ReceivedInvoice
  package var isProcessed: Bool
  /// The mirrors that its flag names, set or not.
  package var mirrorIDs: [String]
  /// Its own files, not the receipts of its source.
  package var files: [SystemFile]

  package init(
    invoice: ReceivedInvoice, isProcessed: Bool, mirrorIDs: [String], files: [SystemFile]
  ) {
    self.invoice = invoice
    self.isProcessed = isProcessed
    self.mirrorIDs = mirrorIDs
    self.files = files
  }
}
