internal import Cores
internal import Invoicing

/// Reads the tables of a snapshot's ledgers, of a large one on two cores.
///
/// The invoices are read on another core, each table when the one before is done; meanwhile this
/// one reads what speaks of them, then gives texts their handles as the invoices come.
enum BooksReading {
  /// The tables of invoices, as they come.
  private struct Ledgers: Sendable {
    let received = Promise<ReceivedReading>()
    let sent = Promise<SentReading>()
    let source = Promise<SourceReading>()

    func read(_ dictionaries: StoredDictionaries, open: () throws -> StoredSnapshot) {
      do {
        let file = try open()
        received.keep(.success(try file.read(ReceivedReading.self, dictionaries)))
        sent.keep(.success(try file.read(SentReading.self, dictionaries)))
        source.keep(.success(try file.read(SourceReading.self, dictionaries)))
      } catch {
        received.keep(.failure(error))
        sent.keep(.failure(error))
        source.keep(.failure(error))
      }
    }
  }

  private struct Evidence {
    let flags: FlagReading
    let lines: LineReading
    let attachments: AttachmentReading
    let attempts: AttemptReading

    init(
      _ file: StoredSnapshot, _ dictionaries: StoredDictionaries
    ) throws(SnapshotError) {
      flags = try file.read(FlagReading.self, dictionaries)
      lines = try file.read(LineReading.self, dictionaries)
      attachments = try file.read(AttachmentReading.self, dictionaries)
      attempts = try file.read(AttemptReading.self, dictionaries)
    }
  }

  /// Fills the draft's ledgers; the handles of texts hang on the file alone.
  static func read(
    _ file: StoredSnapshot, into draft: inout BooksDraft
  ) throws(SnapshotError) {
    var texts = try roomForTexts(of: file)
    let dictionaries = try StoredDictionaries(of: file, &texts)
    let ledgers = Ledgers()
    let reading = read(ledgers, of: file, dictionaries)
    // Nobody reads on when this has failed.
    defer { _ = try? reading?.value() }
    let evidence = Result { () throws(SnapshotError) in try Evidence(file, dictionaries) }
    draft.received = try file.finish(try value(of: ledgers.received), &texts)
    let received = draft.received.invoices
    draft.sent = try file.finish(try value(of: ledgers.sent), &texts, [received])
    draft.source = try file.finish(try value(of: ledgers.source), &texts)
    let invoices = [received, draft.sent.invoices, draft.source.invoices]
    try finish(evidence.get(), of: file, &texts, invoices, into: &draft)
    draft.vanished = try OriginsReading.vanished(of: file, &texts)
    draft.texts = texts
  }

  /// Reads the invoices, of a large file on another core.
  private static func read(
    _ ledgers: Ledgers, of file: StoredSnapshot, _ dictionaries: StoredDictionaries
  ) -> Promise<Void>? {
    if file.isSmall {
      ledgers.read(dictionaries) { file }
      return nil
    }
    let path = file.path
    return Promise.background { ledgers.read(dictionaries) { try StoredSnapshot(path) } }
  }

  /// Room for the ids of all invoices, and for the numbers that most of them have.
  private static func roomForTexts(of file: StoredSnapshot) throws(SnapshotError) -> TextTable {
    let tables = SnapshotTables.ledgers(of: EmptyBooks.coding)
    func rows(_ ledger: ExtractFile) throws(SnapshotError) -> Int {
      try file.mostRows(of: tables[Int(ledger.rawValue)])
    }
    let (received, sent, source) = (try rows(.received), try rows(.sent), try rows(.source))
    var texts = TextTable()
    // Ids of the group's own books are mostly short numbers, the suppliers' texts are not.
    texts.reserve(2 * received + 2 * sent + source, hashed: received + source)
    return texts
  }

  private static func finish(
    _ evidence: consuming Evidence, of file: StoredSnapshot, _ texts: inout TextTable,
    _ invoices: [InvoiceColumns], into draft: inout BooksDraft
  ) throws(SnapshotError) {
    draft.flags = try file.finish(evidence.flags, &texts, invoices)
    draft.lines = try file.finish(evidence.lines, &texts, invoices)
    draft.attachments = try file.finish(evidence.attachments, &texts, invoices)
    draft.attempts = try file.finish(evidence.attempts, &texts, invoices)
  }

  private static func value<Table>(
    of promise: Promise<Table>
  ) throws(SnapshotError) -> Table {
    do {
      return try promise.value()
    } catch let error as SnapshotError {
      throw error
    } catch {
      preconditionFailure("a table is read or refused: \(error)")
    }
  }
}
