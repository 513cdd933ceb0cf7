import Foundation
import Testing

/// Books read over the API are the books.
@Suite struct ExtractTests {
  private static let files = [
    "attachments.csv", "lines.csv", "processed.csv", "received.csv", "sent.csv", "source.csv",
  ]

  @Test func `what is read is what the books hold`() throws {
    let sandbox = try Sandbox(invoices: 150, seed: 5)
    let result = try Program.engine("extract", "--out", "read", in: sandbox.folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("read: the books as they were at "))
    for file in Self.files { try expectSame(file, sandbox.folder) }
    #expect(try sandbox.folder.names("read") == (Self.files + ["extract.json"]).sorted())
    #expect(!sandbox.folder.has("read.spool.sqlite"))
    #expect(!sandbox.folder.has("read.spool.sqlite.lock"))
  }

  @Test func `lists that shift while they are paged, and other faults, change nothing`() throws {
    let faults = ["client/invoice", "supplier/invoice"].map { list in
      Faults.fault("GET \(list)", "shifting-page", "at = [2]\n")
        + Faults.fault("GET \(list)", "error-before", "at = [3]\n")
        + Faults.fault("GET \(list)", "reset", "at = [5]\n")
    }.joined()
    let sandbox = try Sandbox(invoices: 150, seed: 6, faults: faults)
    let result = try Program.engine("extract", "--out", "read", in: sandbox.folder)
    #expect(result.code == 0, "\(result.errors)")
    for file in Self.files { try expectSame(file, sandbox.folder) }
  }

  @Test func `a reading that was killed goes on from its spool`() throws {
    let sandbox = try Sandbox(
      invoices: 300, seed: 7,
      faults: Faults.slow(["GET client/invoice", "GET supplier/invoice"], milliseconds: 100),
      settings: ("concurrency = 1", ""))
    let killed = try Program(
      Program.url("mirror-engine"), ["extract", "--out", "read"], in: sandbox.folder)
    defer { killed.kill() }
    while !sandbox.folder.has("read.spool.sqlite-wal"), killed.process.isRunning {}
    let second = try Program.engine("extract", "--out", "read", in: sandbox.folder)
    #expect(second.code == 1)
    #expect(
      second.errors.contains("(process \(killed.process.processIdentifier)) is reading into"))
    killed.kill()
    #expect(killed.process.terminationReason == .uncaughtSignal)
    #expect(!sandbox.folder.has("read/extract.json"))
    let again = try Program.engine("extract", "--out", "read", in: sandbox.folder)
    #expect(again.code == 0, "\(again.errors)")
    for file in Self.files { try expectSame(file, sandbox.folder) }
  }

  @Test func `books that never rest are a clean failure`() throws {
    let sandbox = try Sandbox(
      invoices: 120,
      faults: Faults.fault("GET supplier/invoice", "shifting-page", "probability = 1.0\n"))
    let result = try Program.engine("extract", "--out", "read", in: sandbox.folder)
    #expect(result.code == 1)
    #expect(
      result.errors
        == "mirror-engine: the books changed during each of 10 readings, and an extract shows one "
        + "moment: try again when less is booked\n")
    #expect(!sandbox.folder.has("read"))
    #expect(!sandbox.folder.has("read.spool.sqlite"))
  }

  @Test func `from a date on, only what was issued then or later`() throws {
    let sandbox = try Sandbox(invoices: 80, seed: 8)
    let all = try BooksNow.rows(sandbox.folder, "drawn/received.csv")
    let dates = all.compactMap { $0["issue_date"] }.sorted()
    let from = try #require(dates.dropFirst(40).first)
    let result = try Program.engine(
      "extract", "--out", "read", "--from", from, in: sandbox.folder)
    #expect(result.code == 0, "\(result.errors)")
    let read = try BooksNow.rows(sandbox.folder, "read/received.csv")
    #expect(read.count == dates.filter { $0 >= from }.count)
    #expect(read.count < all.count)
    #expect(read.allSatisfy { $0["issue_date"] ?? "" >= from })
    #expect(try sandbox.folder.text("read/extract.json").contains("\"from\" : \"\(from)\""))
  }

  private func expectSame(_ file: String, _ folder: Folder) throws {
    let read = try folder.text("read/\(file)").split(separator: "\n").sorted()
    let drawn = try folder.text("drawn/\(file)").split(separator: "\n").sorted()
    let missing = drawn.filter { !read.contains($0) }.prefix(3)
    #expect(read == drawn, "\(file): \(read.count) of \(drawn.count) rows, not \(missing)")
  }
}
