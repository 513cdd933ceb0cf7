import Foundation
import Testing

/// The engine is killed, stopped, doubled and starved, and goes on where it stood.
@Suite struct EndingTests {
  /// How many entries the journal has when the engine is killed.
  @Test(arguments: [1, 2, 3, 5, 8, 13, 21, 27])
  func `killed at any moment and started again, each customer has one invoice`(
    _ entries: Int
  ) throws {
    let sandbox = try Self.slowSandbox(invoices: 10, concurrency: 3)
    let engine = try Program(Program.url("mirror-engine"), ["run"], in: sandbox.folder)
    defer { engine.kill() }
    while try Self.entries(sandbox.folder) < entries, engine.process.isRunning {}
    engine.kill()
    #expect(engine.process.terminationReason == .uncaughtSignal)
    let again = try Program.engine("run", in: sandbox.folder)
    #expect(again.code == 0, "\(again.output) \(again.errors)")
    let books = try BooksNow(sandbox)
    #expect(books.received.count == 10)
    #expect(books.wrong == [])
    #expect(books.sent.count == 10)
  }

  @Test func `a stop lets what is under way settle, and the next run goes on`() throws {
    let sandbox = try Self.slowSandbox(invoices: 12, concurrency: 2)
    let engine = try Program(Program.url("mirror-engine"), ["run"], in: sandbox.folder)
    defer { engine.kill() }
    while try Self.entries(sandbox.folder) < 4, engine.process.isRunning {}
    engine.process.terminate()
    let stopped = try engine.result()
    #expect(engine.process.terminationReason == .exit)
    #expect(stopped.code == 2)
    #expect(stopped.output.contains("left; the next run goes on."))
    #expect(stopped.errors == "")
    #expect(try BooksNow(sandbox).broken == [])
    let again = try Program.engine("run", in: sandbox.folder)
    #expect(again.code == 0)
    #expect(try BooksNow(sandbox).wrong == [])
  }

  @Test func `a second engine on the same journal is kept out, and told by whom`() throws {
    let sandbox = try Self.slowSandbox(invoices: 6, concurrency: 1)
    let first = try Program(Program.url("mirror-engine"), ["run"], in: sandbox.folder)
    defer { first.kill() }
    while try Self.entries(sandbox.folder) < 1, first.process.isRunning {}
    let second = try Program.engine("run", in: sandbox.folder)
    #expect(second.code == 1)
    #expect(
      second.errors.contains("(process \(first.process.processIdentifier)) works with the journal"))
    first.kill()
    // The kernel has taken the lock from the killed one.
    #expect(try Program.engine("run", in: sandbox.folder).code == 0)
  }

  /// The limit of a file's size, in KiB, beyond which nothing can be written.
  @Test(arguments: [8, 60, 150])
  func `a journal that cannot grow is a clean failure before the request`(
    _ limit: Int
  ) throws {
    let sandbox = try Sandbox(invoices: 40)
    let engine = Program.url("mirror-engine").path
    let starved = try Program(
      URL(filePath: "/bin/bash"),
      ["-c", "trap '' XFSZ; ulimit -f \(limit); exec \"\(engine)\" run"], in: sandbox.folder
    ).result()
    #expect(starved.code == 1)
    #expect(starved.errors.contains("what it does not hold was not sent"), "\(starved.errors)")
    let books = try BooksNow(sandbox)
    let tried = Set(books.attempts.compactMap { $0["received_id"] })
    let mirrored = Set(books.sent.compactMap { $0["mirror_of"] })
    #expect(mirrored.isSubset(of: tried))
    #expect(books.broken == [])
    #expect(try Program.engine("run", in: sandbox.folder).code == 0)
    #expect(try BooksNow(sandbox).wrong == [])
  }

  private static func slowSandbox(invoices: Int, concurrency: Int) throws -> Sandbox {
    try Sandbox(
      invoices: invoices,
      faults: Faults.slow(["PUT client/invoice", "POST supplier/invoice"], milliseconds: 60),
      settings: ("concurrency = \(concurrency)", ""))
  }

  /// How many entries the journal has now.
  private static func entries(_ folder: Folder) throws -> Int {
    let result = try Program.engine("journal", "--json", in: folder)
    return result.output.components(separatedBy: "\"kind\"").count - 1
  }
}
