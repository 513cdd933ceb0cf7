internal import EconomySystems
internal import Invoicing
internal import Testing

/// The group's books and a supplier's, as the wire gives them.
@Suite struct ReadingTests {
  static let books: [String: String] = [
    "1/info": "<company-information><name>Consulting Group</name></company-information>",
    "1/supplier":
      "<suppliers><supplier><id>4</id><name>Konsult Nord AB</name></supplier></suppliers>",
    "1/client": """
    <clients>
      <client><id>3</id><foreign-id>K42</foreign-id><name>Kund K</name></client>
      <client><id>5</id><foreign-id>K43</foreign-id><name>Kund L</name><active>false</active>
      </client>
    </clients>
    """,
    "2/client": """
    <clients><client><id>30</id><name>Consulting Group</name></client>
    <client><id>31</id><name>Somebody</name></client></clients>
    """,
    "1/supplier/invoice/17": received,
    "1/supplier/invoice?offset=10&limit=1":
      "<supplier-invoices offset=\"10\" limit=\"1\" size=\"12\">\(received)</supplier-invoices>",
    "2/client/invoice?query=1007": """
    <client-invoices size="3">\(source)
    <client-invoice><id>89</id><invoice-nr>21007</invoice-nr></client-invoice>
    <client-invoice><id>90</id><invoice-nr>1007</invoice-nr><client-ref><id>31</id></client-ref>
    <invoice-date>2023-04-03</invoice-date><currency>SEK</currency></client-invoice>
    </client-invoices>
    """,
    "2/expense/77": """
    <expense><files><file><filename>kvitto.pdf</filename><data>00ff</data></file></files></expense>
    """,
    "1/client/invoice?query=17&ignoreFiles=true": """
    <client-invoices>\(mirror)<client-invoice><id>60</id><foreign-id>117</foreign-id>
    </client-invoice></client-invoices>
    """,
    "1/client/invoice/12": mirror,
    "1/client/invoice/15": note,
    "1/client/invoice?query=2001&ignoreFiles=true":
      "<client-invoices>\(mirror)\(note)</client-invoices>",
    "1/client/invoice?offset=0&limit=2":
      "<client-invoices size=\"2\">\(mirror)\(note)</client-invoices>",
  ]

  static let received = """
    <supplier-invoice><id>17</id><foreign-id>processed</foreign-id>
    <supplier-ref><id>4</id></supplier-ref><invoice-date>2023-04-03</invoice-date>
    <due-date>2023-05-03</due-date><amount>156250</amount><vat>31250</vat><currency>SEK</currency>
    <reference-nr>1007</reference-nr><certified>true</certified><remaining>156250</remaining>
    <files><file><filename>f.pdf</filename><data>01</data></file></files>
    <client-invoice-relations><client-invoice-id>12</client-invoice-id></client-invoice-relations>
    </supplier-invoice>
    """

  static let source = """
    <client-invoice><id>88</id><invoice-nr>1007</invoice-nr><po-nr>K42</po-nr>
    <client-ref><id>30</id></client-ref><invoice-date>2023-04-03</invoice-date>
    <period><start-date>2023-03-01</start-date><end-date>2023-03-31</end-date></period>
    <currency>SEK</currency><certified>true</certified><remaining>156250</remaining><rows>
    <row><quantity>1.5</quantity><price>50000</price><vat>25</vat><unit>h</unit>
    <description>Arbete</description></row>
    <row><quantity>1</quantity><price>50000</price><vat>25</vat><description>Hotell</description>
    <expense-entry><id>77</id></expense-entry></row></rows></client-invoice>
    """

  static let mirror = """
    <client-invoice><id>12</id><invoice-nr>2001</invoice-nr>
    <credit-invoices><client-invoice><id>15</id></client-invoice>
    <client-invoice><id>16</id></client-invoice></credit-invoices>
    <foreign-id>17</foreign-id><client-ref><id>3</id></client-ref>
    <invoice-date>2023-04-04</invoice-date><currency>SEK</currency><certified>true</certified>
    <sent>true</sent><remaining>100</remaining><created>2023-04-04T06:00:00Z</created>
    <rows><row><price>80</price><vat>25</vat></row></rows></client-invoice>
    """

  static let note = """
    <client-invoice><id>15</id><debit-invoice-nr>2001</debit-invoice-nr>
    <client-ref><id>3</id></client-ref><invoice-date>2023-04-05</invoice-date>
    <currency>SEK</currency><remaining>-100</remaining>
    <rows><row><quantity>-1</quantity><price>80</price><vat>25</vat></row></rows></client-invoice>
    """

  static func serve(_ request: String) -> ScriptedServer.Answer {
    let path = request.split(separator: " ")[1].dropFirst("/api/v1/company/".count)
    if path == "2/expense/78" { return .answer(501, "") }
    return books[String(path)].map { .answer(200, $0) } ?? .answer(404, "")
  }

  @Test func `a received invoice, with its supplier's name and its flag`() async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let read = try #require(try await system.received("17", within: TestSystem.time))
      #expect(read.invoice.supplier == "Konsult Nord AB")
      #expect(read.invoice.number == "1007")
      #expect(read.invoice.net.decimal == "1250.00")
      #expect(read.invoice.gross.decimal == "1562.50")
      #expect(read.invoice.status == .booked)
      #expect(read.isProcessed)
      #expect(read.mirrorIDs == ["12"])
      #expect(read.files == [SystemFile(name: "f.pdf", data: [1])])
      #expect(try await system.received("18", within: TestSystem.time) == nil)
    }
  }

  @Test func `a source is of that number, and goes to the group`() async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let read = try await system.sources(
        of: "Konsult Nord AB", number: "1007", kind: .invoice, within: TestSystem.time)
      #expect(read.map(\.invoice.id) == ["88"])
      let source = try #require(read.first)
      #expect(source.invoice.customer == "Kund K")
      #expect(source.customerReference == "K42")
      #expect(source.delivered == CalendarDate(year: 2023, month: 3, day: 1))
      #expect(source.invoice.status == .sent)
      #expect(source.invoice.gross.decimal == "1562.50")
      #expect(source.lines.map(\.line.kind) == [.service, .expense])
      #expect(source.lines.map(\.line.quantity) == ["1.5", "1"])
      #expect(source.lines.map(\.line.unitPrice) == ["500.00", "500.00"])
      #expect(source.lines.map(\.line.vatRate) == [250_000, 250_000])
      #expect(source.lines.map(\.expenseEntry) == [nil, "77"])
      #expect(
        try await system.sources(
          of: "Konsult Nord AB", number: "1007", kind: .creditNote, within: TestSystem.time) == [])
    }
  }

  @Test func `the books of a supplier that the configuration lacks are not guessed`() async throws {
    try await TestSystem.with(Self.serve) { system, server in
      let thrown = await TestSystem.failure { () throws(SystemFailure) in
        try await system.sources(
          of: "Hyresvärden", number: "1", kind: .invoice, within: TestSystem.time)
      }
      #expect(thrown == .unknownSupplier("Hyresvärden"))
      #expect(server.asked == [])
    }
  }

  @Test(arguments: [
    ("77", SystemExpense.receipts([SystemFile(name: "kvitto.pdf", data: [0, 255])])),
    ("78", .mileage), ("79", .absent),
  ])
  func `an entry has receipts, is mileage, or is not there`(
    _ id: String, _ expected: SystemExpense
  ) async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let read = try await system.expense(id, of: "Konsult Nord AB", within: TestSystem.time)
      #expect(read == expected)
    }
  }

  @Test(arguments: [
    (CustomerSearch.reference("K42"), [SystemCustomer(id: "3", name: "Kund K", isActive: true)]),
    (.name("Kund L"), [SystemCustomer(id: "5", name: "Kund L", isActive: false)]),
    (.reference("K44"), []),
  ])
  func `customers are found by reference or name`(
    _ search: CustomerSearch, _ expected: [SystemCustomer]
  ) async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let read = try await system.customers(search, within: TestSystem.time)
      #expect(read == expected)
    }
  }

  @Test func `who was not there is asked for once more, and once only`() async throws {
    try await TestSystem.with(Self.serve) { system, server in
      for _ in 0..<3 {
        for reference in ["K42", "K44"] {
          _ = try await system.customers(.reference(reference), within: TestSystem.time)
        }
      }
      #expect(server.asked.count == 2)
    }
  }

  @Test func `mirrors name their received invoice, and come with credit notes`() async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let read = try await system.mirrors(of: "17", within: TestSystem.time)
      #expect(read.map(\.invoice.id) == ["12"])
      let mirror = try #require(read.first)
      #expect(mirror.invoice.status == .sent)
      #expect(mirror.invoice.mirrorOf == "17")
      #expect(mirror.invoice.customer == "Kund K")
      #expect(mirror.remaining?.decimal == "1.00")
      #expect(mirror.creditNotes.map(\.id) == ["15"])
      #expect(mirror.creditNotes.map(\.gross.decimal) == ["-1.00"])
      #expect(mirror.creditNotes.map(\.status) == [.draft])
    }
  }

  @Test func `a credit note names what it credits`() async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let note = try #require(try await system.sent("15", within: TestSystem.time))
      #expect(note.invoice.kind == .creditNote)
      #expect(note.invoice.credits == "12")
      #expect(note.remaining == nil)
      let page = try await system.sentPage(
        PageRequest(offset: 0, limit: 2), within: TestSystem.time)
      #expect(page.items.map(\.invoice.credits) == [nil, "12"])
    }
  }

  @Test func `a page says how long the whole list is`() async throws {
    try await TestSystem.with(Self.serve) { system, _ in
      let page = try await system.receivedPage(
        PageRequest(offset: 10, limit: 1), within: TestSystem.time)
      #expect(page.items.map(\.invoice.id) == ["17"])
      #expect(page.size == 12)
      #expect(page.count == 1)
    }
  }

  @Test func `many who ask at once share one reading of the suppliers`() async throws {
    try await TestSystem.with(Self.serve) { system, server in
      await withTaskGroup(of: SystemFailure?.self) { group in
        for _ in 0..<8 {
          group.addTask {
            await TestSystem.failure { () throws(SystemFailure) in
              try await system.received("17", within: TestSystem.time)
            }
          }
        }
        for await failure in group { #expect(failure == nil) }
      }
      #expect(server.asked.filter { $0.hasSuffix("1/supplier") }.count == 1)
      #expect(server.asked.count == 9)
    }
  }
}
