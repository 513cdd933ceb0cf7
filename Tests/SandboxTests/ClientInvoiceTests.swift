import EconomyAPI
import Invoicing
import Sandbox
import Testing

@Suite struct ClientInvoiceTests {
  @Test func `a draft is certified, sent and paid, in that order`() {
    let world = World()
    #expect(world.create() == "created 1")
    #expect(world.ask(.send(1)).hasPrefix("409 client-invoice 1 is a draft"))
    #expect(world.ask(.pay(1)).hasPrefix("409 client-invoice 1 is a draft"))
    #expect(world.ask(.certify(1)) == "client-invoice 1 number 1001 certified remaining 125")
    #expect(world.ask(.certify(1)) == "409 client-invoice 1 is certified already")
    #expect(world.ask(.send(1)) == "client-invoice 1 number 1001 certified sent remaining 125")
    #expect(world.ask(.send(1)) == "client-invoice 1 number 1001 certified sent remaining 125")
    #expect(world.ask(.pay(1)) == "client-invoice 1 number 1001 certified sent remaining 0")
    #expect(world.ask(.pay(1)) == "409 client-invoice 1 is paid already")
  }

  @Test func `numbers follow one another without a gap, whatever is deleted between`() {
    let world = World()
    for _ in 1...3 { _ = world.create() }
    #expect(world.ask(.certify(3)) == "client-invoice 3 number 1001 certified remaining 125")
    #expect(world.ask(.deleteClientInvoice(1)) == "deleted")
    #expect(world.ask(.certify(2)) == "client-invoice 2 number 1002 certified remaining 125")
  }

  @Test func `a credit note is a draft with the rows negated, and mirrors nothing`() throws {
    let world = World()
    _ = world.create()
    #expect(world.ask(.credit(1)).hasPrefix("409 client-invoice 1 is a draft"))
    _ = world.ask(.certify(1))
    #expect(world.ask(.credit(1)) == "created 2")
    let note = try #require(world.read(2))
    #expect(note.words == "client-invoice 2 credits 1001 remaining -125")
    #expect(note.foreignID == nil)
    #expect(note.rows?.first?.quantity == DecimalNumber(digits: -1))
    #expect(world.read(1)?.creditInvoices == [2])
    #expect(world.read(1)?.remaining == 125)
    #expect(world.ask(.credit(1)) == "409 client-invoice 1 is credited in full already")
    _ = world.ask(.certify(2))
    #expect(world.ask(.credit(2)) == "409 client-invoice 2 is a credit note itself")
  }

  @Test func `when its draft of a credit note is deleted, an invoice can be credited again`() {
    let world = World()
    _ = world.create()
    _ = world.ask(.certify(1))
    _ = world.ask(.credit(1))
    #expect(world.ask(.deleteClientInvoice(2)) == "deleted")
    #expect(world.read(1)?.creditInvoices == nil)
    #expect(world.ask(.credit(1)) == "created 3")
  }

  @Test func `a deleted invoice is nowhere, and its id is not given again`() {
    let world = World()
    _ = world.create()
    #expect(world.ask(.deleteClientInvoice(1)) == "deleted")
    #expect(world.step?.event.deleted?.foreignID == "R1")
    #expect(world.ask(.deleteClientInvoice(1)) == "404 there is no client-invoice 1")
    #expect(world.ask(.readClientInvoice(1)) == "404 there is no client-invoice 1")
    #expect(world.listed().isEmpty)
    #expect(world.create() == "created 2")
  }

  @Test(arguments: [false, true])
  func `certified invoices are deleted only where that is allowed`(isAllowed: Bool) {
    let world = World(allowsDeletingCertified: isAllowed)
    _ = world.create()
    _ = world.ask(.certify(1))
    #expect(
      world.ask(.deleteClientInvoice(1))
        == (isAllowed
          ? "deleted" : "409 client-invoice 1 is certified: it cannot be deleted, only credited"))
  }

  @Test func `an update changes what it says and leaves the rest`() throws {
    let world = World()
    _ = world.create()
    var change = ClientInvoice()
    change.notes = "Thanks"
    #expect(world.ask(.updateClientInvoice(1, change)) == "client-invoice 1 remaining 125")
    let invoice = try #require(world.read(1))
    #expect(invoice.notes == "Thanks")
    #expect(invoice.foreignID == "R1")
    #expect(invoice.rows?.count == 1)
  }

  @Test func `what only the system says is not the client's to say`() {
    let world = World()
    var invoice = ClientInvoice.sample()
    invoice.id = 77
    invoice.invoiceNumber = "9"
    invoice.certified = true
    invoice.sent = true
    invoice.remaining = 1
    #expect(world.ask(.createClientInvoice(invoice, key: nil)) == "created 1")
    #expect(world.read(1)?.words == "client-invoice 1 remaining 125")
    #expect(world.ask(.updateClientInvoice(1, invoice)) == "client-invoice 1 remaining 125")
  }

  @Test func `a certified invoice as it was read can be sent back, with notes and a file`() throws {
    let world = World()
    _ = world.create()
    _ = world.ask(.certify(1))
    var invoice = try #require(world.read(1)).asAnswered
    invoice.notes = "late receipt"
    invoice.files = [APIFile(filename: "r.pdf", data: [1])]
    #expect(world.ask(.updateClientInvoice(1, invoice)).hasPrefix("client-invoice 1 number"))
    #expect(world.read(1)?.files == [APIFile(filename: "r.pdf", data: [1])])
  }

  /// What cannot change in a booked invoice.
  static let locked: [(String, @Sendable (inout ClientInvoice) -> Void)] = [
    ("client-ref", { $0.clientID = 2 }),
    ("invoice-date", { $0.invoiceDate = CalendarDate(days: 1) }),
    ("due-date", { $0.dueDate = CalendarDate(days: 1) }),
    ("currency", { $0.currency = "EUR" }),
    ("po-nr", { $0.poNumber = "x" }),
    ("rows", { $0.rows = [] }),
  ]

  @Test(arguments: locked.indices)
  func `a certified invoice keeps what was booked`(place: Int) {
    let (element, change) = Self.locked[place]
    let world = World()
    _ = world.create()
    _ = world.ask(.certify(1))
    var update = ClientInvoice()
    change(&update)
    #expect(
      world.ask(.updateClientInvoice(1, update))
        .hasPrefix("409 client-invoice 1 is certified: \(element) cannot be changed"))
  }

  @Test func `files of an update join those that are there`() {
    let world = World()
    var invoice = ClientInvoice.sample()
    invoice.files = [APIFile(filename: "a", data: [1]), APIFile(filename: "b", data: [2])]
    _ = world.ask(.createClientInvoice(invoice, key: nil))
    var change = ClientInvoice()
    change.files = [
      APIFile(filename: "a", data: nil), APIFile(filename: "b", data: [3]),
      APIFile(filename: "c", data: [4]),
    ]
    _ = world.ask(.updateClientInvoice(1, change))
    #expect(
      world.read(1)?.files == [
        APIFile(filename: "a", data: [1]), APIFile(filename: "b", data: [3]),
        APIFile(filename: "c", data: [4]),
      ])
  }
}
