internal import Invoicing

/// What a batch's rows say that is no text: all that can be read without the books.
enum RowValues {
  case received(InvoiceFigures, dueDates: [CalendarDate?], [ReceivedStatus])
  case sent(
    InvoiceFigures, dueDates: [CalendarDate?], [SentStatus], createdAt: [Moment?],
    endedAt: [Moment?])
  case flags([FlagValue], processedAt: [Moment?])
  case source(InvoiceFigures, [SourceStatus])
  case lines([Ledger], [LineKind], rates: [Int64])
  case attachments([Ledger], sizes: [Int64?])
  case attempts(attemptedAt: [Moment], [AttemptOutcome])

  /// Reads the values, checks the texts, and marks the rows in which something is wrong.
  init(_ batch: inout RowBatch) {
    switch batch.layout.file {
    case .received:
      self = .received(
        InvoiceFigures(&batch), dueDates: batch.optionalDates(.dueDate),
        batch.words(.status, ReceivedStatus.self))
      batch.need(.id, .supplier, .number)
      batch.checkIDs(.id)
    case .sent:
      self = .sent(
        InvoiceFigures(&batch), dueDates: batch.optionalDates(.dueDate),
        batch.words(.status, SentStatus.self), createdAt: batch.optionalMoments(.createdAt),
        endedAt: batch.optionalMoments(.endedAt))
      batch.need(.id, .customer)
      batch.checkIDs(.id, .credits, .mirrorOf)
    case .processed:
      self = .flags(
        batch.words(.processed, FlagValue.self),
        processedAt: batch.optionalMoments(.processedAt))
      batch.need(.receivedID)
      batch.checkIDs(.receivedID, .mirrorID)
    case .source:
      self = .source(InvoiceFigures(&batch), batch.words(.status, SourceStatus.self))
      batch.need(.id, .supplier, .number, .customer)
      batch.checkIDs(.id)
    case .lines:
      self = .lines(
        batch.words(.ledger, Ledger.self), batch.words(.kind, LineKind.self),
        rates: batch.rates(.vatRate))
      batch.need(.invoiceID, .line)
      batch.checkIDs(.invoiceID)
      batch.checkDecimals(.quantity)
      batch.checkDecimals(.unitPrice)
    case .attachments:
      self = .attachments(batch.words(.ledger, Ledger.self), sizes: batch.byteCounts(.bytes))
      batch.need(.invoiceID, .name, .sha256)
      batch.checkIDs(.invoiceID)
      batch.checkDigests(.sha256)
    case .attempts:
      self = .attempts(
        attemptedAt: batch.moments(.attemptedAt), batch.words(.outcome, AttemptOutcome.self))
      batch.need(.receivedID)
      batch.checkIDs(.receivedID, .sentID)
    }
  }
}
