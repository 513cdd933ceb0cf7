package import Invoicing

/// An invoice that the group sent, as the system has it now.
package struct SentReading: Hashable, Sendable {
  /// Its status does not count credit notes: they stand below.
  package var invoice: SentInvoice
  package var lines: [InvoiceLine]
  package var attachments: [Attachment]
  /// What is still to be paid; nil of a draft.
  package var remaining: Money?
  package var creditNotes: [CreditNoteReading]

  package init(
    invoice: SentInvoice, lines: [InvoiceLine], attachments: [Attachment], remaining: Money?,
    creditNotes: [CreditNoteReading]
  ) {
    self.invoice = invoice
    self.lines = lines
    self.attachments = attachments
    self.remaining = remaining
    self.creditNotes = creditNotes
  }
}
