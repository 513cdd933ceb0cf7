import Foundation
import Testing

@Suite struct RestartTests {
  static let json = ["Content-Type": "application/json"]

  @Test func `what was answered is there after kill -9`() async throws {
    let folder = try Folder()
    let first = try SandboxProcess(
      ["--company", "1", "--company", "4", "--idempotency", "forever", "--replay-marker"],
      in: folder)
    _ = try await first.ask("PUT", "client", #"{"name":"K"}"#, headers: Self.json)
    for place in 1...20 {
      let reply = try await first.ask(
        "PUT", "client/invoice", #"{"client-ref":{"id":1},"foreign-id":"R\#(place)"}"#,
        headers: Self.json.merging(["Idempotency-Key": "k\(place)"]) { first, _ in first })
      #expect(reply.body == #"{"created":{"id":\#(place)}}"#)
    }
    _ = first.end(SIGKILL)
    let second = try SandboxProcess(in: folder)
    let list = try await second.ask("GET", "client/invoice", headers: Self.json)
    #expect(list.body.ranges(of: "foreign-id").count == 20)
    let replay = try await second.ask(
      "PUT", "client/invoice", "{}",
      headers: Self.json.merging(["Idempotency-Key": "k7"]) { first, _ in first })
    #expect(replay.body == #"{"created":{"id":7}}"#)
    #expect(replay.headers["idempotent-replayed"] == "true")
    #expect(try await second.ask("GET", "/api/v1/company/4/info").status == 200)
    let truth = try await second.ask("GET", "sandbox/truth", headers: Self.json)
    #expect(truth.body.ranges(of: #""deed":"created""#).count == 21)
    #expect(second.end().code == 0)
  }

  /// Wrong usage, and what is said of it.
  static let wrong: [([String], Int32, String)] = [
    (["serve", "--port", "0", "--db", "b", "--token", "t", "--idempotency", "maybe"], 64, "none"),
    (["serve", "--port", "70000", "--db", "b", "--token", "t"], 64, "0 to 65535"),
    (["serve", "--port", "0", "--db", "b", "--token", "t", "--company", "0"], 64, "--company"),
    (["serve", "--port", "0", "--db", "b", "--token", ""], 64, "--token"),
    (["serve", "--port", "0", "--db", "b"], 64, "--token"),
    (["serve", "--port", "0", "--db", "b", "--token", "t", "--limit", "25"], 64, "25/5"),
    (
      ["serve", "--port", "0", "--db", "b", "--token", "t", "--faults", "bad.toml"], 1,
      "bad.toml:2: fault 1: 'x' is no endpoint"
    ),
    (["serve", "--port", "0", "--db", "no/such/b", "--token", "t"], 1, "cannot be used"),
    (["serve", "--port", "0", "--db", "bad.toml", "--token", "t"], 1, "left as it is"),
    (["draw", "--db", "b", "--companies", "0"], 64, "--companies"),
  ]

  @Test(arguments: wrong.indices) func `wrong usage is told`(place: Int) throws {
    let (arguments, code, words) = Self.wrong[place]
    let folder = try Folder()
    try folder.write("[[fault]]\non = \"x\"\n", to: "bad.toml")
    let end = try SandboxProcess.run(arguments, in: folder)
    #expect(end.code == code)
    #expect(end.errors.contains(words), "\(end.errors)")
    #expect(end.output == "")
  }

  @Test func `books that were drawn are served`() async throws {
    let folder = try Folder()
    let draw = try SandboxProcess.run(
      [
        "draw", "--db", "books.sqlite", "--invoices", "30", "--seed", "5", "--companies", "2",
        "--extract", "extract",
      ], in: folder)
    #expect(draw.code == 0)
    #expect(draw.output.contains("\"Konsult Syd AB\" = 3"))
    #expect(FileManager.default.fileExists(atPath: folder.path("extract/received.csv")))
    let sandbox = try SandboxProcess(in: folder)
    let list = try await sandbox.ask("GET", "supplier/invoice?limit=1")
    #expect(list.body.contains("limit=\"1\" size=\"30\""))
    let company = try await sandbox.ask("GET", "/api/v1/company/3/info")
    #expect(company.body.contains("<name>Konsult Syd AB</name>"))
    #expect(sandbox.end().code == 0)
  }
}
