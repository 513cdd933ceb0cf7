import Foundation
import Invoicing
import RepairPlans
import Testing

/// Killed at each request and at each write of the journal in turn, and started again.
///
/// All places where `MIRROR_LOOP` is `whole` (`make loop`); else one of so many.
@Suite(.serialized) struct KillTests {
  private static let isWhole = ProcessInfo.processInfo.environment["MIRROR_LOOP"] == "whole"
  private static let strace = "/usr/bin/strace"
  private static let prepared = Result { try SmallBook.prepare().keptToTheEnd() }

  static var canTrace: Bool {
    guard let folder = try? Folder() else { return false }
    let command = [strace, "-f", "-o", "trace", "-e", "trace=fdatasync", "true"]
    return (try? Program(command, in: folder).result().code) == 0
  }

  @Test func `the small book has an action of each kind that does something`() throws {
    let plan = try Loop(folder: try Self.prepared.get()).plan
    let kinds = plan.actions.filter { $0.mayRun }.map(\.kind)
    #expect(
      Set(kinds) == [
        .createMirror, .markProcessed, .sendMirror, .cancelInvoice, .replaceMirror, .attachFiles,
      ])
    let operations = Set(plan.actions.flatMap(\.invoices).map(\.operation))
    #expect(operations.isSuperset(of: [.delete, .credit, .send, .attach]))
  }

  @Test(arguments: Proxy.Place.allCases)
  func `at each request`(_ place: Proxy.Place) async throws {
    var number = 1
    while try await isKilled(atRequest: number, place) { number += Self.isWhole ? 1 : 11 }
    #expect(number > 20)
  }

  @Test(
    .enabled(if: canTrace, "strace is not installed, or may not trace here"),
    arguments: [
      "fdatasync", "pwrite64",
    ])
  func `at each write of the journal`(_ call: String) throws {
    var number = 1
    while try isKilled(at: call, number) {
      number += Self.isWhole ? 1 : call == "fdatasync" ? 9 : 37
    }
    #expect(number > 20)
  }

  /// Whether there was such a request.
  private func isKilled(atRequest number: Int, _ place: Proxy.Place) async throws -> Bool {
    let folder = try Folder(copying: Self.prepared.get())
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    let count = try await Proxy.with(
      upstream: server.address, strikingAt: number, place
    ) { proxy, address in
      try configure(loop, address)
      let engine = try Program([Program.built("mirror-engine")] + Loop.execution, in: folder)
      let pid = engine.process.processIdentifier
      proxy.onStrike { kill(pid, SIGKILL) }
      let killed = try engine.result()
      #expect(killed.wasKilled == (proxy.count >= number))
      return proxy.count
    }
    try endsWell(loop, server, "request \(number) \(place)")
    return count >= number
  }

  /// Whether there was such a call.
  private func isKilled(at call: String, _ number: Int) throws -> Bool {
    let folder = try Folder(copying: Self.prepared.get())
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    try configure(loop, server.address)
    let traced = try Program(
      [
        Self.strace, "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
        "inject=\(call):signal=SIGKILL:when=\(number)", Program.built("mirror-engine"),
      ] + Loop.execution, in: folder
    ).result()
    try endsWell(loop, server, "\(call) \(number)")
    return traced.wasKilled
  }

  private func configure(_ loop: Loop, _ address: String) throws {
    try loop.configure(address, system: "concurrency = 1\ntimeout-seconds = 1")
  }

  /// The next execution goes on, and the books are as if nothing had happened.
  private func endsWell(_ loop: Loop, _ server: Server, _ place: String) throws {
    try configure(loop, server.address)
    _ = try loop.execute(codes: [0, 2])
    server.stop()
    let plan = try loop.plan
    let before = try Self.prepared.get()
    let complaints = try BooksJudge(before: before, after: loop.folder, plan: plan).complaints()
    BooksJudge.expectNone(complaints, "killed at \(place)")
    let outcomes = try loop.outcomes()
    let undone = plan.actions.filter { $0.mayRun && outcomes[$0.id] != "done" }.map(\.id)
    #expect(undone == [], "killed at \(place)")
  }
}
