import EconomyAPI
import Foundation
import RepairPlans
import Testing

@testable import Sandbox

/// The story's trap, sprung on purpose.
@Suite struct TrapTests {
  /// In `forever` the stored answer comes back whatever became of its invoice.
  @Test(arguments: ["forever", "current", "ttl=24h"])
  func `a key that was used and whose invoice was deleted ends with one live mirror`(
    _ mode: String
  ) throws {
    let folder = try SmallBook.prepare(mode: mode)
    let loop = Loop(folder: folder)
    let plan = try loop.plan
    let mirrors = plan.actions.filter { $0.mayRun }.compactMap(\.create)
    try #require(mirrors.count >= 3)
    let dead = try Office.open(folder) { office in
      try mirrors.map { mirror in
        var invoice = ClientInvoice()
        invoice.clientID = try office.books.clients.ids.first
        invoice.foreignID = mirror.receivedID
        let id = try office.ask(
          .createClientInvoice(
            invoice, key: IdempotencyKey(mirror.key, fingerprint: "another body")))
        try office.ask(.deleteClientInvoice(id))
        return "\(id)"
      }
    }
    let before = try Folder(copying: folder)
    let server = try Server(folder, mode: mode)
    try loop.configure(server.address)
    _ = try loop.execute(codes: [0, 2])
    server.stop()
    let judge = try BooksJudge(before: before, after: folder, plan: plan)
    #expect(try judge.complaints() == [])
    let outcomes = try loop.outcomes()
    #expect(plan.actions.filter { $0.mayRun }.allSatisfy { outcomes[$0.id] == "done" })
    let journal = try loop.engine(["journal"]).output
    for id in dead { #expect(journal.contains("the mirror \(id) is dead")) }
  }
}
