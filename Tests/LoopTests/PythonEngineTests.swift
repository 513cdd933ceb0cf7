import EconomyAPI
import Foundation
import RepairPlans
import Testing

@testable import Sandbox

/// The shortest engine of `docs/repair-plan.md` does what ours does.
@Suite struct PythonEngineTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/examples/execute_plan.py").path(percentEncoded: false)

  static var hasPython: Bool {
    guard let folder = try? Folder() else { return false }
    return (try? Program(["python3", "-c", "import tomllib"], in: folder).result().code) == 0
  }

  @Test func `it has under a hundred lines`() throws {
    let text = try String(contentsOfFile: Self.script, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 < 100)
  }

  @Test(.enabled(if: hasPython, "python3 with tomllib (3.11) is not installed"))
  func `it ends with the same books as ours, and started again does nothing`() throws {
    let (ours, plan) = try PreparedStory.copy()
    let before = try Folder(copying: ours)
    let theirs = try Folder(copying: ours)
    let server = try Server(ours)
    try Loop(folder: ours).configure(server.address, system: "concurrency = 1")
    _ = try Loop(folder: ours).execute(codes: [2])
    server.stop()
    let other = try Server(theirs)
    let command = [
      "python3", Self.script, Loop.plan, "mirror-engine.toml", other.address, Program.token,
      "journal.jsonl",
    ]
    let first = try Program.run(command, in: theirs)
    let between = try Folder(copying: theirs)
    try Program.run(command, in: theirs)
    other.stop()
    let runnable = plan.actions.filter { $0.mayRun }
    #expect(runnable.allSatisfy { first.output.contains("\($0.id) done") })
    BooksJudge.expectNone(try BooksJudge(before: before, after: theirs, plan: plan).complaints())
    let (left, right) = (try Self.books(theirs), try Self.books(ours))
    #expect(left.received == right.received)
    try #require(left.sent.count == right.sent.count)
    for (one, other) in zip(left.sent, right.sent) { #expect(one == other) }
    #expect(try Self.books(theirs) == Self.books(between))
  }

  private struct Books: Equatable {
    var sent: [ClientInvoice]
    var received: [SupplierInvoice]
  }

  /// All that the books say but when, and the units of rows, of which a plan says nothing.
  private static func books(_ folder: Folder) throws -> Books {
    try Office.open(folder) { office in
      let books = try office.books
      var sent = books.clientInvoices.items(books.clientInvoices.ids).map(\.invoice)
      for place in sent.indices {
        sent[place].created = nil
        if sent[place].files?.isEmpty == true { sent[place].files = nil }
        sent[place].rows = sent[place].rows?.map { row in
          var row = row
          row.unit = nil
          return row
        }
      }
      return Books(
        sent: sent, received: books.supplierInvoices.items(books.supplierInvoices.ids))
    }
  }
}
