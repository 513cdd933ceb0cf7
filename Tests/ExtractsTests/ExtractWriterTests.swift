import Extracts
import Foundation
import Invoicing
import Testing

/// What is written is read back, whole or not at all.
@Suite struct ExtractWriterTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is written is read back equal`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let books = WrittenBooks(random: &random)
    let extract = try ExtractOnDisk()
    try books.write(to: extract.path)
    let draft = try extract.read()
    let read = draft.rows
    #expect(read.received == books.received, "seed \(seed)")
    #expect(read.sent == books.sent, "seed \(seed)")
    #expect(read.source == books.source, "seed \(seed)")
    #expect(read.flags == books.flags, "seed \(seed)")
    #expect(read.attempts == books.attempts, "seed \(seed)")
    #expect(read.lines.map(\.line) == books.lines.map(\.line), "seed \(seed)")
    #expect(read.lines.map(\.invoiceID) == books.lines.map(\.invoiceID), "seed \(seed)")
    #expect(
      read.attachments.map(\.attachment) == books.attachments.map(\.attachment), "seed \(seed)")
    #expect(draft.header.group == "Group \"AB\"")
    #expect(draft.header.takenAt == books.takenAt)
    #expect(draft.header.coversFrom?.description == "2023-04-01")
    #expect(draft.header.companies == ["Konsult Nord AB", "Å/B"])
  }

  @Test func `every labelled row of a fixture survives being written`() throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/april-2023").path
    let first = try ExtractReader.read(folder: fixture)
    let extract = try ExtractOnDisk()
    try first.rows.write(to: extract.path)
    // The figures that a document gave stand in the row itself.
    let expected = first.allRows.map { $0.replacing(/\[documents\/[^\]]*\]/, with: "[]") }
    let differences = zip(try extract.read().allRows, expected).filter { $0 != $1 }
    #expect(differences.map { "\($0) was \($1)" } == [])
    #expect(first.received.count > 0)
  }

  @Test func `the tables have needed and optional columns, quotes only where they must be`()
    throws
  {
    let extract = try ExtractOnDisk()
    var books = WrittenBooks()
    books.attempts = [
      Attempt(
        receivedID: "R\"1", idempotencyKey: "a,b", attemptedAt: books.takenAt, outcome: .timeout,
        sentID: nil)
    ]
    try books.write(to: extract.path)
    #expect(
      try text(extract, "attempts.csv") == """
        received_id,idempotency_key,attempted_at,outcome,sent_id
        "R""1","a,b",2023-05-31T06:00:00Z,timeout,

        """)
    #expect(
      try text(extract, "extract.json") == """
        {
          "companies" : [
            "Konsult Nord AB",
            "Å/B"
          ],
          "covers" : {
            "from" : "2023-04-01"
          },
          "format" : "mirror-extract/1",
          "group" : "Group \\"AB\\"",
          "taken_at" : "2023-05-31T06:00:00Z"
        }

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: extract.path).sorted() == [
        "attachments.csv", "attempts.csv", "extract.json", "lines.csv", "processed.csv",
        "received.csv", "sent.csv", "source.csv",
      ])
  }

  @Test func `an extract that is not finished leaves the one before as it was`() throws {
    let extract = try ExtractOnDisk()
    let before = try extract.read().allRows
    do {
      var writer = try ExtractWriter(folder: extract.path)
      try writer.write(
        ProcessedFlag(receivedID: "R9", processed: true, processedAt: nil, mirrorID: nil))
    }
    #expect(try extract.read().allRows == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: extract.path).sorted() == [
        "extract.json", "processed.csv", "received.csv", "sent.csv",
      ])
  }

  @Test func `a folder that was made for nothing goes`() throws {
    let extract = try ExtractOnDisk()
    let folder = extract.path + "/in/between"
    do { _ = try ExtractWriter(folder: folder) }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a second writer of a folder is refused`() throws {
    let extract = try ExtractOnDisk()
    let first = try ExtractWriter(folder: extract.path)
    do {
      _ = try ExtractWriter(folder: extract.path)
      Issue.record("it was let in")
    } catch {
      #expect(error == .busy(extract.path))
    }
    _ = consume first
    _ = try ExtractWriter(folder: extract.path)
  }

  private func text(_ extract: ExtractOnDisk, _ name: String) throws -> String {
    try String(contentsOf: extract.url.appending(path: name), encoding: .utf8)
  }
}
