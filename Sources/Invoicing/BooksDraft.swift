/// Books that are still being read.
package struct BooksDraft: Sendable {
  package var header: ExtractHeader
  package var texts = TextTable()
  package var received = ReceivedColumns()
  package var sent = SentColumns()
  package var flags = FlagColumns()
  package var source = SourceColumns()
  package var lines = LineColumns()
  package var attachments = AttachmentColumns()
  package var attempts = AttemptColumns()
  package var vanished = VanishedColumns()
  package var before: SnapshotBefore?
  package var inputs: [ExtractInput] = []
  package var documents: [InvoiceDocument] = []
  package var rejected: [RejectedRow] = []

  package init(header: ExtractHeader) { self.header = header }
}
