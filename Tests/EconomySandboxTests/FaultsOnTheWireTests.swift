import AsyncHTTPClient
import Foundation
import Testing

@Suite struct FaultsOnTheWireTests {
  static let json = ["Content-Type": "application/json"]
  static let invoice = #"{"client-ref":{"id":1},"foreign-id":"R1"}"#

  private static func fault(_ kind: String, _ more: String = "") -> String {
    """
    [[fault]]
    on = "PUT client/invoice"
    kind = "\(kind)"
    at = [1]
    \(more)
    """
  }

  /// A sandbox with a client, whose first create is struck.
  private static func sandbox(_ faults: String) async throws -> SandboxProcess {
    let folder = try Folder()
    try folder.write(faults, to: "faults.toml")
    let sandbox = try SandboxProcess(["--faults", "faults.toml"], in: folder)
    _ = try await sandbox.ask("PUT", "client", #"{"name":"K"}"#, headers: json)
    return sandbox
  }

  @Test(arguments: [("lost-answer", true), ("lost-request", false)])
  func `what is lost leaves the client waiting`(kind: String, isDone: Bool) async throws {
    let sandbox = try await Self.sandbox(Self.fault(kind))
    await #expect(throws: HTTPClientError.deadlineExceeded) {
      try await sandbox.client.ask(
        "PUT", "client/invoice", Self.invoice, headers: Self.json, milliseconds: 300)
    }
    let list = try await sandbox.ask("GET", "client/invoice", headers: Self.json)
    #expect(list.body.contains("R1") == isDone)
    let truth = try await sandbox.ask("GET", "sandbox/truth", headers: Self.json)
    #expect(truth.body.contains(#""fault":"\#(kind)","delivery":"never""#))
    #expect(sandbox.end().code == 0)
  }

  @Test func `a reset cuts the connection`() async throws {
    let sandbox = try await Self.sandbox(Self.fault("reset"))
    await #expect(throws: (any Error).self) {
      try await sandbox.ask("PUT", "client/invoice", Self.invoice, headers: Self.json)
    }
    #expect(try await sandbox.ask("GET", "info").status == 200)
  }

  @Test(
    arguments: [
      ("slow", "milliseconds = 20", 200, true), ("error-before", "", 500, false),
      ("error-after", "", 500, true), ("rate-limit", "retry-after = 4", 429, false),
    ] as [(String, String, UInt, Bool)])
  func `a fault is answered as it says`(
    kind: String, more: String, status: UInt, isDone: Bool
  ) async throws {
    let sandbox = try await Self.sandbox(Self.fault(kind, more))
    let reply = try await sandbox.ask(
      "PUT", "client/invoice", Self.invoice, headers: Self.json)
    #expect(reply.status == status)
    #expect(reply.headers["retry-after"] == (status == 429 ? "4" : nil))
    let list = try await sandbox.ask("GET", "client/invoice", headers: Self.json)
    #expect(list.body.contains("R1") == isDone)
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends the server although it holds answers back`(signal: Int32) async throws {
    let sandbox = try await Self.sandbox(
      Self.fault("lost-answer") + "\n"
        + Self.fault("slow", "milliseconds = 600000").replacing("[1]", with: "[2]"))
    let client = sandbox.client
    async let lost = client.asked(Self.invoice)
    async let slow = client.asked(Self.invoice)
    while try await sandbox.ask("GET", "client/invoice", headers: Self.json).body
      .ranges(of: "R1").count < 2
    { await Task.yield() }
    let end = sandbox.end(signal)
    #expect(end.code == 0)
    #expect(end.errors == "")
    #expect(await !lost)
    #expect(await !slow)
  }
}

extension SandboxClient {
  /// Whether a create is answered.
  fileprivate func asked(_ invoice: String) async -> Bool {
    let json = ["Content-Type": "application/json"]
    return (try? await ask("PUT", "client/invoice", invoice, headers: json)) != nil
  }
}
