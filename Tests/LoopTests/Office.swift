import EconomyAPI
import Foundation
import Invoicing
import Testing

@testable import Sandbox

/// People who change the books by hand, while nobody serves them.
struct Office {
  private let store: SandboxStore
  private(set) var machine: SandboxMachine
  static let group: Int64 = 1

  /// Lets people work on the books of a folder.
  @discardableResult
  static func open<Value>(
    _ folder: Folder, _ work: (inout Office) throws -> Value
  ) throws -> Value {
    let store = try SandboxStore(path: folder.file("books.sqlite"))
    defer { store.close() }
    var office = Office(store: store, machine: try store.load())
    return try work(&office)
  }

  /// The id of what was created, if something was.
  @discardableResult
  mutating func ask(_ operation: Operation) throws -> Int64 {
    let now = Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    let step = machine.receive(Request(company: Self.group, operation), at: now)
    try #require(step.answer.status == 200, "\(operation): \(step.answer)")
    try store.write(step.changes, [step.event])
    if case .created(let id, _) = step.answer { return id }
    return 0
  }

  /// Changes an invoice as no request could.
  mutating func set(_ invoice: StoredClientInvoice) throws {
    let change = Change.clientInvoice(company: Self.group, invoice)
    machine.apply(change)
    try store.write([change], [])
  }

  var books: CompanyBooks { get throws { try #require(machine.companies[Self.group]) } }

  func invoice(_ id: Int64) throws -> ClientInvoice {
    try #require(try books.clientInvoices[id]).invoice
  }

  /// The live mirror of a received invoice.
  func mirror(of receivedID: Int64) throws -> ClientInvoice {
    let books = try books
    return try #require(
      books.clientInvoices.items(books.clientInvoices.ids).map(\.invoice)
        .first { $0.foreignID == "\(receivedID)" })
  }

  mutating func book(_ id: Int64) throws {
    try ask(.certify(id))
    try ask(.send(id))
  }

  /// Makes an invoice as another one, changed, and gives its id.
  mutating func make(
    like invoice: ClientInvoice, key: String? = nil,
    _ change: (inout ClientInvoice) -> Void = { _ in }
  ) throws -> Int64 {
    var copy = invoice
    (copy.id, copy.invoiceNumber, copy.creditInvoices, copy.certified) = (nil, nil, nil, nil)
    (copy.sent, copy.remaining, copy.created) = (nil, nil, nil)
    copy.rows = copy.rows?.map { row in
      var row = row
      row.id = nil
      return row
    }
    change(&copy)
    return try ask(
      .createClientInvoice(copy, key: key.map { IdempotencyKey($0, fingerprint: "by hand") }))
  }

  mutating func flag(_ receivedID: Int64, _ word: String, mirror: Int64?) throws {
    var change = SupplierInvoice()
    change.foreignID = word
    change.clientInvoiceIDs = mirror.map { [$0] } ?? []
    try ask(.updateSupplierInvoice(receivedID, change))
  }
}
