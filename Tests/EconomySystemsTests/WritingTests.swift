internal import EconomySystems
internal import Invoicing
internal import Testing

@Suite struct WritingTests {
  @Test func `a create sends exactly its bytes, its key and the token`() async throws {
    let answer = ScriptedServer.Answer.answer(
      201, "<created><id>12</id></created>", headers: ["Idempotent-Replayed": "true"])
    try await TestSystem.with { _ in
      answer
    } _: { system, server in
      let body = SystemBody(bytes: Array("<x> å\n".utf8), contentType: "application/xml")
      let created = try await system.create(body, key: "mirror:17:0", within: TestSystem.time)
      #expect(created == SystemCreated(id: "12", replayed: true))
      let request = try #require(server.received.first)
      #expect(request.hasSuffix("\r\n\r\n<x> å\n"))
      let lines = request.lowercased().split(separator: "\r\n")
      for line in [
        "idempotency-key: mirror:17:0", "x-token: s3cret", "content-type: application/xml",
      ] {
        #expect(lines.contains { $0 == line })
      }
    }
  }

  @Test func `a created invoice is no replay unless the system says so`() async throws {
    let answer = ScriptedServer.Answer.answer(200, "<created><id>12</id></created>")
    try await TestSystem.with { _ in
      answer
    } _: { system, _ in
      let body = SystemBody(bytes: [], contentType: "application/xml")
      let created = try await system.create(body, key: "k", within: TestSystem.time)
      #expect(created == SystemCreated(id: "12", replayed: false))
    }
  }

  private static let written = """
    <?xml version="1.0" encoding="UTF-8"?>
    <client-invoice>
      <foreign-id>17</foreign-id>
      <client-ref>
        <id>3</id>
      </client-ref>
      <our-reference>
        <id>0</id>
      </our-reference>
      <invoice-date>2023-05-02</invoice-date>
      <period>2023-04</period>
      <currency>SEK</currency>
      <files>
        <file>
          <filename>kvitto.pdf</filename>
          <data>0102</data>
        </file>
      </files>
      <rows>
        <row>
          <quantity>8</quantity>
          <price>125000</price>
          <vat>25</vat>
          <unit>h</unit>
          <description>Arbete</description>
        </row>
        <row>
          <quantity>1</quantity>
          <price>-333</price>
          <vat>12.5</vat>
          <description>Rabatt</description>
        </row>
      </rows>
    </client-invoice>

    """

  @Test func `a draft becomes the same bytes each time`() throws {
    let system = IdleSystem.system
    let body = system.body(of: try draft)
    #expect(String(decoding: body.bytes, as: UTF8.self) == Self.written)
    #expect(body.contentType == "application/xml")
  }

  @Test func `other deeds are one request each`() async throws {
    let answer = ScriptedServer.Answer.answer(200, "<created><id>19</id></created>")
    try await TestSystem.with { _ in
      answer
    } _: { system, server in
      try await system.certify("5", within: TestSystem.time)
      try await system.send("5", within: TestSystem.time)
      #expect(try await system.credit("5", within: TestSystem.time) == "19")
      try await system.delete("6", within: TestSystem.time)
      try await system.attach([SystemFile(name: "a", data: [1])], to: "5", within: TestSystem.time)
      try await system.markProcessed("17", mirror: "5", within: TestSystem.time)
      let base = "/api/v1/company/1"
      #expect(
        server.asked == [
          "POST \(base)/client/invoice/5/certify", "POST \(base)/client/invoice/5/send",
          "POST \(base)/client/invoice/5/credit", "DELETE \(base)/client/invoice/6",
          "POST \(base)/client/invoice/5", "POST \(base)/supplier/invoice/17",
        ])
      #expect(
        server.received.last?.hasSuffix(
          """
          <supplier-invoice>
            <foreign-id>processed</foreign-id>
            <client-invoice-relations>
              <client-invoice-id>5</client-invoice-id>
            </client-invoice-relations>
          </supplier-invoice>

          """) == true)
    }
  }

  /// A line whose price comes to its net, and one whose price cannot be written in öre.
  private var draft: SystemDraft {
    get throws {
      let sek = try #require(Currency("SEK"))
      let work = InvoiceLine(
        line: 1, kind: .service, description: "Arbete", quantity: "8", unitPrice: "1250.00",
        vatRate: 250_000, net: Money(1_000_000, sek))
      let rebate = InvoiceLine(
        line: 2, kind: .other, description: "Rabatt", quantity: "3", unitPrice: "-1.111",
        vatRate: 125_000, net: Money(-333, sek))
      return SystemDraft(
        receivedID: "17", customerID: "3",
        issueDate: try #require(CalendarDate(year: 2023, month: 5, day: 2)), dueDate: nil,
        delivered: try #require(CalendarDate(year: 2023, month: 4, day: 30)), currency: sek,
        lines: [
          SystemLine(line: work, unit: "h", expenseEntry: "77"),
          SystemLine(line: rebate, unit: nil, expenseEntry: nil),
        ], files: [SystemFile(name: "kvitto.pdf", data: [1, 2])])
    }
  }
}
