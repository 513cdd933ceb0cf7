import EconomyAPI
import Foundation
import Invoicing
import Sandbox
import Testing

@Suite struct SandboxStoreTests {
  /// Something of each kind, done to books that are kept.
  static let deeds: [Sandbox.Operation] = [
    .createParty(.client, .named("Kund å")),
    .updateParty(.client, 1, .named("Kund ö")),
    .createSupplierInvoice(supplierInvoice),
    .updateSupplierInvoice(1, supplierInvoice),
    .createClientInvoice(.sample("R1"), key: IdempotencyKey("k1", fingerprint: "a")),
    .createClientInvoice(.sample("R2"), key: nil),
    .createClientInvoice(.sample("R3"), key: nil),
    .certify(1), .send(1), .credit(1), .certify(4), .pay(1), .deleteClientInvoice(3),
  ]

  static let reads: [Sandbox.Operation] = [
    .readInfo, .listUsers(.all), .listParties(.client, .all), .listParties(.supplier, .all),
    .listSupplierInvoices(.all, leavesOutFiles: false),
    .listClientInvoices(ClientInvoiceFilter(), .all), .readExpense(1), .readExpense(2),
    .createClientInvoice(.sample("R1"), key: IdempotencyKey("k1", fingerprint: "a")),
    .createClientInvoice(.sample("R1"), key: IdempotencyKey("k1", fingerprint: "b")),
    .createClientInvoice(.sample("R4"), key: nil), .certify(2), .credit(2),
    .readClientInvoice(3), .readClientInvoice(5),
  ]

  static var supplierInvoice: SupplierInvoice {
    var invoice = SupplierInvoice()
    invoice.supplierID = 1
    invoice.amount = 125
    invoice.files = [APIFile(filename: "a.pdf", data: [0, 255, 10])]
    invoice.clientInvoiceIDs = [4, 5]
    var account = APIAccount()
    account.accountNumber = "4010"
    account.amount = 100
    invoice.accounts = [account]
    return invoice
  }

  /// Books after all deeds, and the machine that did them.
  private static func written(_ path: String) throws -> SandboxMachine {
    let store = try SandboxStore(path: path)
    defer { store.close() }
    var machine = try SandboxOpening().open(store)
    var party = APIParty.named("x")
    party.email = "a@example.com"
    var entry = ExpenseEntry()
    entry.amount = 7
    entry.files = [APIFile(filename: "r", data: [1])]
    var changes = machine.enter(entry, isMileage: false, company: 1).changes
    changes += machine.enter(entry, isMileage: true, company: 1).changes
    try store.write(changes, [])
    let operations = [.createParty(.supplier, party)] + deeds
    for operation in operations {
      let step = machine.receive(Request(company: 1, operation), at: Self.noon)
      try store.write(step.changes, [step.event])
    }
    return machine
  }

  private static let noon = Moment(microseconds: 1_680_523_200_123_456)

  @Test func `what was written is read back as it was`() throws {
    let folder = try TemporaryFolder()
    var before = try Self.written(folder.path("b"))
    let store = try SandboxStore(path: folder.path("b"))
    defer { store.close() }
    var after = try store.load()
    #expect(after.settings == before.settings)
    for operation in Self.reads {
      let request = Request(company: 1, operation)
      let a = before.receive(request, at: Self.noon)
      let b = after.receive(request, at: Self.noon)
      #expect(a.answer == b.answer)
      #expect(a.changes == b.changes)
      #expect(a.event == b.event)
    }
  }

  @Test func `the truth is read in pages, what was deleted included`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.written(folder.path("b"))
    let store = try SandboxStore(path: folder.path("b"))
    defer { store.close() }
    let truth = try store.truth(company: 1, .all)
    #expect(truth.size == 14)
    #expect(truth.items.map(\.number) == Array(1...14))
    #expect(truth.items.last?.deed == .deleted)
    #expect(truth.items.last?.deleted?.foreignID == "R3")
    let page = try store.truth(company: 1, Page(offset: 5, limit: 2))
    #expect(page.items == Array(truth.items[5..<7]))
    #expect(try store.truth(company: 2, .all).items.isEmpty)
  }

  @Test func `new books have company 1 and strict keys for a day`() throws {
    let folder = try TemporaryFolder()
    let store = try SandboxStore(path: folder.path("b"))
    defer { store.close() }
    let machine = try SandboxOpening().open(store)
    #expect(machine.servedCompanies == [1])
    #expect(machine.settings == SandboxSettings())
    #expect(machine.settings.idempotency.description == "strict+ttl=86400s")
  }

  @Test func `books serve on with the companies and settings that they had last`() throws {
    let folder = try TemporaryFolder()
    var opening = SandboxOpening()
    opening.companies = [2, 5]
    opening.idempotency = IdempotencyMode("forever")
    opening.marksReplays = true
    opening.allowsDeletingCertified = true
    for opening in [opening, SandboxOpening()] {
      let store = try SandboxStore(path: folder.path("b"))
      defer { store.close() }
      let machine = try opening.open(store)
      #expect(machine.servedCompanies == [2, 5])
      #expect(machine.settings.idempotency.retention == .forever)
      #expect(machine.settings.marksReplays)
      #expect(machine.settings.allowsDeletingCertified)
    }
  }

  @Test func `a company that is no longer asked for keeps its books`() throws {
    let folder = try TemporaryFolder()
    for (asked, served) in [([1, 2], [1, 2]), ([2], [2]), ([1, 2], [1, 2])] as [([Int64], [Int64])]
    {
      let store = try SandboxStore(path: folder.path("b"))
      defer { store.close() }
      var opening = SandboxOpening()
      opening.companies = asked
      let machine = try opening.open(store)
      #expect(machine.servedCompanies == served)
    }
    let store = try SandboxStore(path: folder.path("b"))
    defer { store.close() }
    var machine = try store.load()
    let users = machine.receive(Request(company: 1, .listUsers(.all)), at: Self.noon).answer
    #expect(users.words == "1 of 1 users")
  }

  @Test func `books in use are not opened twice`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("b")
    let store = try SandboxStore(path: path)
    defer { store.close() }
    let error = #expect(throws: SandboxStoreError.self) { try SandboxStore(path: path) }
    #expect(error == .busy(path: path))
  }

  @Test func `a file of another kind is left as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("notes.txt")
    try Data("my notes, which are long enough to be a header".utf8)
      .write(to: URL(filePath: path))
    let error = #expect(throws: SandboxStoreError.self) { try SandboxStore(path: path) }
    #expect(error == .foreign(path: path))
    #expect(FileManager.default.contents(atPath: path)?.count == 46)
  }

  @Test(arguments: [
    (
      SandboxStoreError.unusable(path: "b", reason: "disk full"),
      "the books b cannot be used (disk full): check the folder, its permissions and its disk"
    ),
    (
      .busy(path: "b"),
      "another economy-sandbox has the books b open: end it, or name other books with --db"
    ),
    (
      .foreign(path: "b"),
      "b is not the books of an economy-sandbox, and is left as it is: name another file with --db"
    ),
    (
      .newerSchema(path: "b"),
      "b was written by a newer economy-sandbox: use that one, or name another file with --db"
    ),
    (
      .damaged(path: "b", detail: "row 3"),
      "the books b are damaged (row 3): restore them from a backup, or draw new ones"
    ),
  ])
  func `an error says what to do`(error: SandboxStoreError, words: String) {
    #expect(error.description == words)
  }
}
