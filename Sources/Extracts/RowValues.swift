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

  /// Reads the values, and marks the rows that have a bad one.
  init(_ batch: inout RowBatch) {
    switch batch.layout.file {
    case .received:
      self = .received(
        InvoiceFigures(&batch), dueDates: batch.optionalDates(.dueDate),
        batch.words(.status, ReceivedStatus.self))
    case .sent:
      self = .sent(
        InvoiceFigures(&batch), dueDates: batch.optionalDates(.dueDate),
        batch.words(.status, SentStatus.self), createdAt: batch.optionalMoments(.createdAt),
        endedAt: batch.optionalMoments(.endedAt))
    case .processed:
      self = .flags(
        batch.words(.processed, FlagValue.self),
        processedAt: batch.optionalMoments(.processedAt))
    case .source:
      self = .source(InvoiceFigures(&batch), batch.words(.status, SourceStatus.self))
    case .lines:
      self = .lines(
        batch.words(.ledger, Ledger.self), batch.words(.kind, LineKind.self),
        rates: batch.rates(.vatRate))
    case .attachments:
      self = .attachments(batch.words(.ledger, Ledger.self), sizes: batch.byteCounts(.bytes))
    case .attempts:
      self = .attempts(
        attemptedAt: batch.moments(.attemptedAt), batch.words(.outcome, AttemptOutcome.self))
    }
  }
}

extension RowBatch {
  /// Marks the rows whose texts are not as the columns ask for.
  mutating func checkTexts() {
    switch layout.file {
    case .received:
      need(.id, .supplier, .number)
      checkIDs(.id)
    case .sent:
      need(.id, .customer)
      checkIDs(.id, .credits, .mirrorOf)
    case .processed:
      need(.receivedID)
      checkIDs(.receivedID, .mirrorID)
    case .source:
      need(.id, .supplier, .number, .customer)
      checkIDs(.id)
    case .lines:
      need(.invoiceID, .line)
      checkIDs(.invoiceID)
      checkDecimals(.quantity)
      checkDecimals(.unitPrice)
    case .attachments:
      need(.invoiceID, .name, .sha256)
      checkIDs(.invoiceID)
      checkDigests(.sha256)
    case .attempts:
      need(.receivedID)
      checkIDs(.receivedID, .sentID)
    }
  }
}

extension ExtractFile {
  /// The columns of texts that are looked up as they are written.
  var textColumns: [ExtractColumn] {
    switch self {
    case .received: [.id, .supplier, .number]
    case .sent: [.id, .number, .customer, .credits, .reference, .mirrorOf, .idempotencyKey]
    case .processed: [.receivedID, .mirrorID]
    case .source: [.id, .supplier, .number, .customer]
    case .lines: [.invoiceID, .line, .description, .quantity, .unitPrice]
    case .attachments: [.invoiceID, .name]
    case .attempts: [.receivedID, .idempotencyKey, .sentID]
    }
  }
}
