/// All that an extract says, as immutable columns, read once.
///
/// The columns of a ledger have one length; a row keeps its place for ever. A class, so that a
/// case is an index and a reference.
package final class Books: Sendable {
  package let header: ExtractHeader
  package let texts: TextTable
  package let received: ReceivedColumns
  package let sent: SentColumns
  package let flags: FlagColumns
  package let source: SourceColumns
  package let lines: LineColumns
  package let attachments: AttachmentColumns
  package let attempts: AttemptColumns
  package let vanished: VanishedColumns
  package let before: SnapshotBefore?
  /// In the order of `ExtractFile`; a file that is absent is not among them.
  package let inputs: [ExtractInput]
  /// By path.
  package let documents: [InvoiceDocument]
  package let rejected: [RejectedRow]

  package init(_ draft: consuming BooksDraft) {
    header = draft.header
    texts = draft.texts
    received = draft.received
    sent = draft.sent
    flags = draft.flags
    source = draft.source
    lines = draft.lines
    attachments = draft.attachments
    attempts = draft.attempts
    vanished = draft.vanished
    before = draft.before
    inputs = draft.inputs
    documents = draft.documents
    rejected = draft.rejected
  }

  /// Whether the extract had this file, be it empty.
  package func has(_ file: ExtractFile) -> Bool { inputs.contains { $0.file == file } }

  /// A text as a string.
  package func string(_ text: Text) -> String { texts.string(text) }

  /// Negative, zero or positive, as the first id comes before, with or behind the second by size.
  package func compareIDs(_ a: Text, _ b: Text) -> Int {
    texts.compareIDs(a, b)
  }
}
