import Foundation
import Testing

/// The daily job against the sandbox, over HTTP.
@Suite struct DailyJobTests {
  @Test func `every received invoice is mirrored once and marked; a second run finds nothing`()
    throws
  {
    let sandbox = try Sandbox(invoices: 30)
    let first = try Program.engine("run", in: sandbox.folder)
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      first.output.hasPrefix(
        "30 received invoices looked at, 30 done: 30 mirrors made, 30 flags set.\n"))
    #expect(first.output.contains("\nLeft out of mirrors:\n"))
    #expect(first.errors == "")
    let second = try Program.engine("run", in: sandbox.folder)
    #expect(second.code == 0)
    #expect(second.output == "Nothing to do: every received invoice is processed.\n")
    let books = try BooksNow(sandbox)
    #expect(books.received.count == 30)
    #expect(books.wrong == [])
    #expect(books.attempts.count == 30)
    #expect(
      books.attempts.allSatisfy { $0["outcome"] == "created" && $0["sent_id"]?.isEmpty == false })
    #expect(
      books.sent.allSatisfy { $0["idempotency_key"] == "mirror:\($0["mirror_of"] ?? ""):0" })
  }

  @Test func `a script is told in JSON`() throws {
    let sandbox = try Sandbox(invoices: 2)
    let result = try Program.engine("run", "--json", in: sandbox.folder)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let summary = try #require(value as? [String: Any])
    #expect(summary["created"] as? Int == 2)
    #expect(summary["marked"] as? Int == 2)
    #expect(summary["left"] as? Int == 0)
    #expect(summary["exit_code"] as? Int == 0)
    let outcomes = try #require(summary["outcomes"] as? [[String: Any]])
    #expect(outcomes.map { $0["received_id"] as? String } == ["1", "2"])
    #expect(outcomes.map { $0["outcome"] as? String } == ["done", "done"])
  }

  /// With every fault at once, each at its share of 30 %.
  @Test(arguments: ["none", "forever", "ttl=24h", "strict+ttl=24h", "current"])
  func `whatever goes wrong on the way, nobody is billed twice`(_ mode: String) throws {
    let sandbox = try Sandbox(
      invoices: 8, seed: 11, faults: Faults.all(0.3), mode: mode,
      settings: ("timeout-seconds = 1", "retry-budget-seconds = 30\nvisible-after-seconds = 1"))
    var codes: [Int32] = []
    repeat {
      codes.append(try Program.engine("run", in: sandbox.folder).code)
    } while codes.last == 1 && codes.count < 5
    #expect(codes.last == 0 || (mode == "none" && codes.last == 2), "\(codes)")
    let books = try BooksNow(sandbox)
    #expect(books.received.count == 8)
    #expect(books.broken == [])
    if codes.last == 0 { #expect(books.wrong == []) }
  }

  @Test func `a system that cannot be reached is a failure, said in a sentence`() throws {
    let sandbox = try Sandbox(invoices: 1, settings: ("", "retry-budget-seconds = 0"))
    let result = try Program.engine(
      "run", "--address", "http://127.0.0.1:1", in: sandbox.folder)
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(
      result.errors
        == "mirror-engine: the list of received invoices cannot be read: there was no connection "
        + "to the system; nothing was changed since\n")
  }

  @Test func `without a token nothing is asked`() throws {
    let sandbox = try Sandbox(invoices: 1)
    let result = try Program.engine("run", in: sandbox.folder, hasToken: false)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("mirror-engine: mirror-engine.toml: there is no token\n"))
    #expect(!sandbox.folder.has("journal.sqlite"))
  }

  @Test func `wrong usage is told from failure`() throws {
    let folder = try Folder()
    #expect(try Program.engine("run", "--fast", in: folder).code == 64)
    #expect(try Program.engine("extract", in: folder).code == 64)
    #expect(try Program.engine("extract", "--out", "x", "--from", "April", in: folder).code == 64)
    #expect(try Program.engine("run", in: folder).code == 1)
  }
}
