import EconomySystems
import Engine
import Extracts
import Foundation
import Invoicing
import Testing

/// Books that change while they are read are read as they were at one moment.
@Suite struct ExtractionTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `an extract shows the books as they were at one moment`(_ seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let books = RestlessBooks(
      seed: seed, changes: Int(seed % 12), sek: try #require(Currency("SEK")))
    let extraction = try Self.extraction(folder) { body in try await body(books) }
    _ = try await extraction.run(to: folder.file("read"))
    let draft = try ExtractReader.read(folder: folder.file("read"))
    let read = RestlessBooks.State(
      received: Self.ledger(draft.received.invoices, draft),
      sent: Self.ledger(draft.sent.invoices, draft),
      source: Self.ledger(draft.source.invoices, draft))
    #expect(books.history.contains(read), "seed \(seed)")
    #expect(try folder.names() == ["mirror-engine.toml", "read"])
  }

  @Test func `a received invoice has its source's lines, and the receipts of its expenses`()
    async throws
  {
    let folder = try TemporaryFolder()
    let books = RestlessBooks(seed: 7, changes: 0, sek: try #require(Currency("SEK")))
    let extraction = try Self.extraction(folder) { body in try await body(books) }
    let takenAt = try await extraction.run(to: folder.file("read"))
    let draft = try ExtractReader.read(folder: folder.file("read"))
    #expect(draft.header.takenAt == takenAt)
    #expect(draft.header.companies == ["Konsult A"])
    let lines = (0..<draft.lines.count).map { row in
      "\(draft.lines.ledger[row].name) \(draft.texts.string(draft.lines.invoiceID[row])) "
        + draft.lines.kind[row].name
    }
    #expect(lines.contains("received 1 expense"))
    #expect(lines.contains("received 3 mileage"))
    #expect(lines.contains("source 2-3 mileage"))
    let files = (0..<draft.attachments.count).map { row in
      "\(draft.attachments.ledger[row].name) "
        + draft.texts.string(draft.attachments.invoiceID[row])
    }
    #expect(files.contains("received 1"))
    #expect(!files.contains("received 3"))
    #expect(files.contains("source 2-1"))
    #expect(files.contains("sent 1001"))
  }

  @Test func `a stop leaves the spool and says so, and the same command goes on`() async throws {
    let folder = try TemporaryFolder()
    let books = RestlessBooks(seed: 9, changes: 0, sek: try #require(Currency("SEK")))
    let stop = StopSignal()
    let stopped = try Self.extraction(folder, stop: stop) { body in
      try await body(books)
      stop.stop()
    }
    let spool = folder.file("read.spool.sqlite")
    await #expect(throws: ExtractionFailure.stopped(spool: spool)) {
      try await stopped.run(to: folder.file("read"))
    }
    #expect(FileManager.default.fileExists(atPath: spool))
    let again = try Self.extraction(folder) { body in try await body(books) }
    _ = try await again.run(to: folder.file("read"))
    #expect(try folder.names() == ["mirror-engine.toml", "read"])
  }

  @Test(arguments: sentences)
  func `each failure is said in words`(_ failure: ExtractionFailure, _ text: String) {
    #expect(failure.description == text)
  }

  static let sentences: [(ExtractionFailure, String)] = [
    (
      .system(what: "received invoices", reason: "the system failed (500)"),
      "received invoices cannot be read: the system failed (500)"
    ),
    (
      .restless(readings: 10),
      "the books changed during each of 10 readings, and an extract shows one moment: try again "
        + "when less is booked"
    ),
    (
      .stopped(spool: "s"),
      "stopped; what was read is kept in s, and the same command goes on from there"
    ),
    (
      .spoolInUse(path: "s", process: 5),
      "another mirror-engine (process 5) is reading into s: wait until it is done, or name another "
        + "folder with --out"
    ),
    (
      .spool(path: "s", reason: "disk full"), "what is read cannot be kept in s: disk full"
    ),
    (.journal(.newerSchema(path: "j")), JournalError.newerSchema(path: "j").description),
    (.writing(.busy("out")), ExtractWriteFailure.busy("out").description),
  ]

  private static func extraction(
    _ folder: TemporaryFolder, stop: StopSignal = StopSignal(),
    _ connect: @escaping Extraction.Connect
  ) throws -> Extraction {
    let path = try folder.write(
      EngineConfigurationTests.least + "\n[economy-system.suppliers]\n\"Konsult A\" = 2\n",
      to: "mirror-engine.toml")
    return Extraction(
      try EngineConfiguration.load(path), context: EngineContext(stop: stop), connect: connect)
  }

  private static func ledger(
    _ invoices: InvoiceColumns, _ draft: BooksDraft
  ) -> RestlessBooks.Ledger {
    var ledger: RestlessBooks.Ledger = [:]
    for row in invoices.id.indices {
      let id = draft.texts.string(invoices.id[row]).replacing("2-", with: "", maxReplacements: 1)
      ledger[Int(id) ?? -1] = invoices.gross[row]
    }
    return ledger
  }
}
