import Engine
import Foundation
import Invoicing
import Sandbox
import Testing

/// Books that change while they are read.
@Suite struct ChangingBooksTests {
  private static let files = [
    "attachments.csv", "lines.csv", "processed.csv", "received.csv", "sent.csv", "source.csv",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `an extract is the books at its moment, though they changed and pages shifted`(
    _ seed: UInt64
  ) async throws {
    let books = try DrawnBooks(invoices: 130, seed: seed)
    let count = RequestCount()
    var settings = LiveSandbox.Settings()
    settings.clock = count.clock
    settings.seed = seed
    settings.faults = [.supplierInvoice, .clientInvoice].map {
      FaultRule(on: Endpoint(.get, $0), .at([2, 5, 9, 14]), .shiftingPage)
    }
    let shadow = try Self.shadow(of: books, seed: seed)
    let takenAt = try await LiveSandbox.serve(books.path, settings) { sandbox in
      let configuration = try books.configuration(sandbox.address, system: "concurrency = 3")
      return try await Self.changing(shadow, sandbox, every: 5, count) {
        try await Extraction(
          configuration, token: try DrawnBooks.engineToken(), context: EngineContext()
        ).run(to: books.folder.file("read"))
      }
    }
    #expect(shadow.isDone, "books that rested from the first on show nothing")
    let then = try #require(shadow.books(at: takenAt))
    try BookExtract(then).write(to: books.folder.file("then"))
    for file in Self.files { try expectSame(file, books.folder) }
  }

  private static func shadow(of books: DrawnBooks, seed: UInt64) throws -> ShadowBooks {
    let store = try SandboxStore(path: books.path)
    defer { store.close() }
    let machine = try SandboxOpening().open(store)
    return ShadowBooks(
      machine, received: Array(1...130), changes: 40, seed: seed)
  }

  /// Does something while somebody changes the books at every so many requests.
  private static func changing<Value: Sendable>(
    _ shadow: ShadowBooks, _ sandbox: LiveSandbox, every: Int, _ count: RequestCount,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        var made = 0
        while !Task.isCancelled, !shadow.isDone {
          // The changes are requests, too.
          if count.seen >= (made + 1) * (every + 1) {
            await shadow.change(sandbox.service)
            made += 1
          } else {
            await Task.yield()
          }
        }
        return nil
      }
      var value: Value?
      for try await one in group {
        value = value ?? one
        if one != nil { group.cancelAll() }
      }
      return try #require(value)
    }
  }

  private func expectSame(_ file: String, _ folder: TemporaryFolder) throws {
    let read = try folder.text("read/\(file)").split(separator: "\n").sorted()
    let then = try folder.text("then/\(file)").split(separator: "\n").sorted()
    try #require(then.count > 1)
    let missing = then.filter { !read.contains($0) }.prefix(3)
    let strange = read.filter { !then.contains($0) }.prefix(3)
    #expect(read == then, "\(file): not there: \(missing), not to be there: \(strange)")
  }
}
