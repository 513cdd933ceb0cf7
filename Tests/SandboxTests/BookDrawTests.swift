import EconomyAPI
import Foundation
import Invoicing
import Sandbox
import Testing

@Suite struct BookDrawTests {
  private static func drawn(_ count: Int, seed: UInt64) throws -> SandboxMachine {
    var draw = try BookDraw(
      into: SandboxMachine(), invoices: count, companies: 3, seed: seed)
    while try !draw.next(50).isEmpty {}
    return draw.machine
  }

  private static func supplierInvoices(_ machine: SandboxMachine) -> [SupplierInvoice] {
    var machine = machine
    let request = Request(company: 1, .listSupplierInvoices(.all, leavesOutFiles: false))
    let step = machine.receive(request, at: Moment(microseconds: 0))
    guard case .supplierInvoices(let part) = step.answer else { return [] }
    return part.items
  }

  @Test func `each received invoice has its source, of the same number and gross`() throws {
    let machine = try Self.drawn(200, seed: 4)
    let received = Self.supplierInvoices(machine)
    #expect(received.count == 200)
    var sources: [String: Int64] = [:]
    var copy = machine
    for company: Int64 in [2, 3, 4] {
      let request = Request(company: company, .listClientInvoices(ClientInvoiceFilter(), .all))
      let step = copy.receive(request, at: Moment(microseconds: 0))
      guard case .clientInvoices(let part) = step.answer else { continue }
      for invoice in part.items {
        let number = try #require(invoice.invoiceNumber)
        sources["\(company - 1) \(number)"] = try InvoiceTotals(invoice.rows ?? []).gross
      }
    }
    #expect(sources.count == 200)
    for invoice in received {
      let supplier = try #require(invoice.supplierID)
      let number = try #require(invoice.referenceNumber)
      #expect(sources["\(supplier) \(number)"] == invoice.amount)
      #expect(invoice.foreignID == nil)
    }
  }

  @Test func `the same seed draws the same books, another one others`() throws {
    let once = Self.supplierInvoices(try Self.drawn(80, seed: 9))
    #expect(!once.isEmpty)
    #expect(once == Self.supplierInvoices(try Self.drawn(80, seed: 9)))
    #expect(once != Self.supplierInvoices(try Self.drawn(80, seed: 10)))
  }

  @Test func `the books are written as an extract`() throws {
    let folder = try TemporaryFolder()
    try BookExtract(try Self.drawn(120, seed: 1)).write(to: folder.path("x"))
    func lines(_ name: String) throws -> [Substring] {
      let text = try String(contentsOf: folder.url.appending(path: "x/\(name)"), encoding: .utf8)
      return text.split(separator: "\n")
    }
    #expect(try lines("received.csv").count == 121)
    #expect(try lines("source.csv").count == 121)
    #expect(try lines("sent.csv").count == 1)
    let kinds = try lines("lines.csv").map { $0.split(separator: ",")[3] }
    #expect(Set(kinds) == ["kind", "service", "expense", "mileage"])
    #expect(try lines("attachments.csv").count > 1)
  }

  @Test func `the configuration names each company of a supplier`() {
    let text = EngineConfigurationText.text(companies: 2)
    #expect(
      text.contains(
        """
        [economy-system.suppliers]
        "Konsult Nord AB" = 2
        "Konsult Syd AB" = 3

        """))
  }
}
