import Invoicing
import Testing

@Suite struct InvoiceContentTests {
  private func money(_ units: Int128) throws -> Money {
    Money(units, try #require(Currency("SEK")))
  }

  private func sent() throws -> SentInvoice {
    SentInvoice(
      id: "S1", number: nil, customer: "Kund K", kind: .invoice,
      issueDate: CalendarDate(days: 19_450), dueDate: nil, net: try money(1000),
      vat: try money(250), gross: try money(1250), status: .draft)
  }

  @Test func `what a repair changes itself is no part of it`() throws {
    let before = try sent()
    var after = before
    after.number = "F1"
    after.status = .sent
    after.idempotencyKey = "K"
    after.rounding = try money(0)
    #expect(InvoiceContent.digest(of: after) == InvoiceContent.digest(of: before))
  }

  @Test func `what it says is`() throws {
    let before = try sent()
    var others = Array(repeating: before, count: 5)
    others[0].customer = "Kund L"
    others[1].gross = try money(1251)
    others[2].issueDate = CalendarDate(days: 19_451)
    others[3].rounding = try money(1)
    others[4].kind = .creditNote
    let digests = Set(([before] + others).map { InvoiceContent.digest(of: $0) })
    #expect(digests.count == 6)
    #expect(digests.allSatisfy { $0.utf8.count == 16 })
  }

  @Test func `the order of lines and their numbers mean nothing`() throws {
    let a = InvoiceLine(
      line: 1, kind: .service, description: "a", quantity: "1", unitPrice: "10.00",
      vatRate: 250_000, net: try money(1000))
    var b = a
    b.line = 2
    b.description = "b"
    var c = a
    c.line = 7
    c.quantity = nil
    #expect(InvoiceContent.digest(of: [a, b]) == InvoiceContent.digest(of: [b, c]))
    #expect(InvoiceContent.digest(of: [a, b]) != InvoiceContent.digest(of: [a]))
    #expect(InvoiceContent.digest(of: [a, a]) != InvoiceContent.digest(of: [a]))
  }
}
