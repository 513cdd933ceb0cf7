import EconomyAPI
import Foundation
import Invoicing
import Testing

@testable import Sandbox

/// A small group's books in which something of each kind went wrong, with the plan that mends it.
enum SmallBook {
  /// What becomes of the mirrors of the received invoices 1, 2, …; the first with receipts aside,
  /// which loses them.
  private enum Trouble: CaseIterable {
    case deleted, doubledDraft, doubledBooked, unmarked, unsent, wrongCustomer, wrongAmount, fine
  }

  /// A folder with the books, the journal of the daily job, and the plan: approved and signed.
  static func prepare(mode: String = "strict+ttl=24h") throws -> Folder {
    let folder = try Folder()
    try Program.run(
      [
        Program.built("economy-sandbox"), "draw", "--db", "books.sqlite", "--invoices",
        "\(Trouble.allCases.count + 1)", "--seed", "4", "--companies", "2", "--config",
        "mirror-engine.toml",
      ], in: folder)
    let loop = Loop(folder: folder)
    try serving(loop, mode) { _ = try loop.engine(["run"]) }
    try Office.open(folder) { try spoil(&$0) }
    try serving(loop, mode) { try loop.audit(drawsPlan: true, codes: [2]) }
    try loop.approve()
    try loop.sign()
    return folder
  }

  private static func serving(_ loop: Loop, _ mode: String, _ work: () throws -> Void) throws {
    let server = try Server(loop.folder, mode: mode)
    defer { server.stop() }
    try loop.configure(server.address)
    try work()
  }

  private static func spoil(_ office: inout Office) throws {
    let received = try office.books.supplierInvoices.ids
    let robbed = try #require(
      try received.first { try office.mirror(of: $0).files?.isEmpty == false })
    try rob(robbed, &office)
    for (id, trouble) in zip(received.filter { $0 != robbed }, Trouble.allCases) {
      try spoil(id, trouble, &office)
    }
  }

  /// The mirror is made anew without its receipts.
  private static func rob(_ id: Int64, _ office: inout Office) throws {
    let mirror = try office.mirror(of: id)
    try office.ask(.deleteClientInvoice(try #require(mirror.id)))
    let bare = try office.make(like: mirror) { $0.files = nil }
    try office.flag(id, "processed", mirror: bare)
  }

  private static func spoil(
    _ received: Int64, _ trouble: Trouble, _ office: inout Office
  ) throws {
    let mirror = try office.mirror(of: received)
    let id = try #require(mirror.id)
    switch trouble {
    case .deleted: try office.ask(.deleteClientInvoice(id))
    case .doubledDraft: _ = try office.make(like: mirror)
    case .doubledBooked:
      let double = try office.make(like: mirror)
      try office.book(id)
      try office.book(double)
    case .unmarked: try office.flag(received, "", mirror: nil)
    case .unsent: try office.age(id, days: 60)
    case .wrongCustomer:
      var change = ClientInvoice()
      change.clientID = try office.books.clients.ids.first { $0 != mirror.clientID }
      try office.ask(.updateClientInvoice(id, change))
      try office.book(id)
    case .wrongAmount:
      var change = ClientInvoice()
      change.rows = mirror.rows
      change.rows?[0].price? += 100
      try office.ask(.updateClientInvoice(id, change))
    case .fine: try office.book(id)
    }
  }
}

extension Office {
  /// As if an invoice had been made so many days earlier.
  fileprivate mutating func age(_ id: Int64, days: Int64) throws {
    var invoice = try invoice(id)
    invoice.created = invoice.created?.adding(microseconds: -days * 86_400_000_000)
    try set(StoredClientInvoice(invoice))
  }
}
