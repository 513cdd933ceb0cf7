internal import EconomySystems
internal import Invoicing
internal import Testing

/// The states of `economy-api.md`.
@Suite struct StatusTests {
  @Test(arguments: [
    ("<remaining>5</remaining>", ReceivedStatus.open),
    ("<remaining>5</remaining><certified>true</certified>", .booked),
    ("<remaining>0</remaining><certified>true</certified>", .paid),
    ("<remaining>0</remaining><certified>false</certified>", .paid),
    ("<remaining>0</remaining><disabled>true</disabled>", .cancelled), ("", .open),
  ])
  func `a supplier invoice`(_ elements: String, _ status: ReceivedStatus) async throws {
    let body = """
      <supplier-invoice><id>17</id><supplier-ref><id>4</id></supplier-ref><amount>5</amount>
      <invoice-date>2023-04-03</invoice-date><currency>SEK</currency>
      <reference-nr>1</reference-nr>\(elements)</supplier-invoice>
      """
    try await TestSystem.with(serving("1/supplier/invoice/17", body)) { system, _ in
      let read = try await system.received("17", within: TestSystem.time)
      #expect(read?.invoice.status == status)
    }
  }

  @Test(arguments: [
    ("<remaining>0</remaining>", SentStatus.draft),
    ("<remaining>5</remaining><certified>true</certified>", .booked),
    ("<remaining>5</remaining><certified>true</certified><sent>true</sent>", .sent),
    ("<remaining>0</remaining><certified>true</certified><sent>true</sent>", .paid),
    ("<remaining>5</remaining><certified>true</certified><disabled>true</disabled>", .cancelled),
  ])
  func `a client invoice`(_ elements: String, _ status: SentStatus) async throws {
    let body = Self.clientInvoice(elements, id: 12)
    try await TestSystem.with(serving("1/client/invoice/12", body)) { system, _ in
      let read = try await system.sent("12", within: TestSystem.time)
      #expect(read?.invoice.status == status)
    }
  }

  @Test(arguments: [
    ("<certified>true</certified><remaining>5</remaining>", SourceStatus.sent),
    ("<certified>true</certified><sent>true</sent><remaining>5</remaining>", .sent),
    ("<certified>true</certified><remaining>0</remaining>", .paid),
    ("<certified>true</certified><remaining>5</remaining><disabled>true</disabled>", .cancelled),
    ("<remaining>5</remaining>", .draft),
    (
      """
      <certified>true</certified><remaining>0</remaining>
      <credit-invoices><client-invoice><id>13</id></client-invoice></credit-invoices>
      """, .credited
    ),
    (
      """
      <certified>true</certified><remaining>5</remaining>
      <credit-invoices><client-invoice><id>14</id></client-invoice></credit-invoices>
      """, .sent
    ),
  ])
  func `a source`(_ elements: String, _ status: SourceStatus) async throws {
    let list = """
      <client-invoices>\(Self.clientInvoice("<invoice-nr>7</invoice-nr>" + elements, id: 12))
      </client-invoices>
      """
    let note = """
      <client-invoice><id>13</id><rows><row><price>-5</price></row></rows></client-invoice>
      """
    let bodies = [
      "2/client/invoice?offset=0&limit=9": list, "2/client/invoice/13": note,
      "2/client": "<clients/>", "1/info": "<company-information/>",
    ]
    let serve: @Sendable (String) -> ScriptedServer.Answer = { request in
      let path = request.split(separator: " ")[1].dropFirst("/api/v1/company/".count)
      return bodies[String(path)].map { .answer(200, $0) } ?? .answer(404, "")
    }
    try await TestSystem.with(serve) { system, _ in
      let page = try await system.sourcePage(
        of: "Konsult Nord AB", PageRequest(offset: 0, limit: 9), within: TestSystem.time)
      #expect(page.items.map(\.invoice.status) == [status])
    }
  }

  private static func clientInvoice(_ elements: String, id: Int) -> String {
    """
    <client-invoice><id>\(id)</id><client-ref><id>3</id></client-ref>
    <invoice-date>2023-04-03</invoice-date><currency>SEK</currency>
    <rows><row><price>5</price></row></rows>\(elements)</client-invoice>
    """
  }

  private func serving(
    _ path: String, _ body: String
  ) -> @Sendable (String) -> ScriptedServer.Answer {
    { request in
      if request.contains("/company/\(path) ") { return .answer(200, body) }
      if request.contains("/supplier ") { return .answer(200, "<suppliers/>") }
      return request.contains("/client ") ? .answer(200, "<clients/>") : .answer(404, "")
    }
  }
}
