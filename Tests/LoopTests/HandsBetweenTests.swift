import EconomyAPI
import Foundation
import RepairPlans
import Testing

@testable import Sandbox

/// Between plan and execution people work on the books, too.
@Suite struct HandsBetweenTests {
  @Test func `what people have changed is stale, and the rest is done`() throws {
    let (folder, plan) = try PreparedStory.copy()
    let touched = try Office.open(folder) { try Self.work(plan, &$0) }
    try #require(touched.count > 15)
    let before = try Folder(copying: folder)
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    try loop.configure(server.address)
    _ = try loop.execute(codes: [2])
    server.stop()
    let outcomes = try loop.outcomes()
    for action in plan.actions where action.mayRun {
      let expected = touched[action.id] == nil ? "done" : "stale"
      let what = touched[action.id] ?? "untouched"
      #expect(outcomes[action.id] == expected, "\(action.kind.name) \(action.receivedID): \(what)")
    }
    let judge = try BooksJudge(before: before, after: folder, plan: plan)
    #expect(try judge.complaints(without: Set(touched.keys)) == [])
  }

  /// Does by hand every other create, deletes the drafts that others rest on, pays what is to be
  /// credited, and says by action what was done.
  private static func work(_ plan: RepairPlan, _ office: inout Office) throws -> [String: String] {
    var touched: [String: String] = [:]
    var counts: [RepairKind: Int] = [:]
    for action in plan.actions where action.mayRun {
      counts[action.kind, default: 0] += 1
      // Steps of one case are left alone: one man's work is on the next step's mirror.
      guard plan.actions.count(where: { $0.mayRun && $0.receivedID == action.receivedID }) == 1,
        counts[action.kind, default: 0].isMultiple(of: 2),
        let what = try work(action, counts[action.kind, default: 0] / 2, &office)
      else { continue }
      touched[action.id] = what
    }
    return touched
  }

  private static func work(
    _ action: RepairAction, _ number: Int, _ office: inout Office
  ) throws -> String? {
    let sent = action.invoices.first { $0.ledger == .sent }.flatMap { Int64($0.id) }
    switch action.kind {
    case .createMirror, .runEngine: return try bill(action, &office)
    case .markProcessed:
      guard let id = action.expect.sent.first.flatMap({ Int64($0.id) }),
        try office.invoice(id).certified != true
      else { return nil }
      try office.ask(.deleteClientInvoice(id))
      return "its mirror was deleted"
    case .cancelInvoice, .replaceMirror:
      guard let id = sent else { return nil }
      guard try office.invoice(id).certified == true else {
        try office.ask(.deleteClientInvoice(id))
        return "the draft was deleted"
      }
      if number.isMultiple(of: 2) {
        let note = try office.ask(.credit(id))
        try office.ask(.certify(note))
        return "it was credited"
      }
      if try office.invoice(id).sent != true { try office.ask(.send(id)) }
      try office.ask(.pay(id))
      return "it was paid"
    case .sendMirror:
      guard let id = sent else { return nil }
      try office.book(id)
      return "it was sent"
    case .attachFiles, .manual: return nil
    }
  }

  /// A person bills it: by the received invoice's id, or through the flag that names it.
  private static func bill(_ action: RepairAction, _ office: inout Office) throws -> String? {
    guard let mirror = action.create, let id = Int64(mirror.receivedID) else { return nil }
    let books = try office.books
    var invoice = ClientInvoice()
    invoice.clientID = books.clients.ids.first { books.clients[$0]?.name == mirror.customer }
    invoice.currency = mirror.gross.currency.code
    var row = ClientInvoiceRow()
    row.price = Int64(mirror.net.minorUnits)
    invoice.rows = [row]
    let isNamed = id.isMultiple(of: 2)
    if isNamed { invoice.foreignID = mirror.receivedID }
    let made = try office.ask(.createClientInvoice(invoice, key: nil))
    if !isNamed { try office.flag(id, "processed", mirror: made) }
    return isNamed ? "it was billed by hand" : "it was billed by hand, and flagged so"
  }
}
