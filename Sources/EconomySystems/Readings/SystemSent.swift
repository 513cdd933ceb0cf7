package import Invoicing

/// An invoice that the group sent, as the system has it now.
package struct SystemSent: Hashable, Sendable {
  /// Its status does not count credit notes.
  package var invoice: SentInvoice
  package var lines: [SystemLine]
  package var files: [SystemFile]
  /// What is still to be paid; nil of a draft.
  package var remaining: Money?
  package var creditNotes: [SystemCreditNote]

  package init(
    invoice: SentInvoice, lines: [SystemLine], files: [SystemFile], remaining: Money?,
    creditNotes: [SystemCreditNote]
  ) {
    self.invoice = invoice
    self.lines = lines
    self.files = files
    self.remaining = remaining
    self.creditNotes = creditNotes
  }
}
