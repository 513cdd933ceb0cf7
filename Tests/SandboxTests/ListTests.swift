import EconomyAPI
import Invoicing
import Sandbox
import Testing

@Suite struct ListTests {
  /// Drafts 1 to 3; 4 certified; 5 sent.
  private static func world() -> World {
    let world = World()
    for place in 1...5 { _ = world.create("R\(place)") }
    for id: Int64 in [4, 5] { _ = world.ask(.certify(id)) }
    _ = world.ask(.send(5))
    return world
  }

  @Test(
    arguments: [
      (Page.all, [1, 2, 3, 4, 5]), (Page(offset: 1, limit: 2), [2, 3]), (Page(offset: 4), [5]),
      (Page(offset: 9, limit: 3), []), (Page(offset: 0, limit: 0), []),
      (Page(offset: Int.max, limit: Int.max), []),
    ] as [(Page, [Int64])])
  func `a page is a part of the list`(page: Page, ids: [Int64]) {
    let world = Self.world()
    #expect(world.listed(page) == ids)
    guard case .clientInvoices(let part) = world.step?.answer else {
      Issue.record("no list was answered")
      return
    }
    #expect(part.size == 5)
  }

  @Test(
    arguments: [
      (.all, [1, 2, 3, 4, 5]), (.certified, [4, 5]), (.certifiable, [1, 2, 3]), (.sendable, [4]),
    ] as [(ClientInvoiceFilter.Stage, [Int64])])
  func `a filter says how far they have come`(stage: ClientInvoiceFilter.Stage, ids: [Int64]) {
    let world = Self.world()
    var filter = ClientInvoiceFilter()
    filter.stage = stage
    #expect(world.listed(.all, filter) == ids)
  }

  @Test(
    arguments: [
      ("R3", [3]), ("r3", [3]), ("1001", [4]), ("kund 1", [1, 2, 3, 4, 5]), ("x", []),
      ("", [1, 2, 3, 4, 5]),
    ] as [(String, [Int64])])
  func `a query looks into numbers, references and the client's name`(query: String, ids: [Int64]) {
    let world = Self.world()
    var filter = ClientInvoiceFilter()
    filter.query = query
    #expect(world.listed(.all, filter) == ids)
  }

  @Test func `bounds of the invoice date include their day`() throws {
    let world = World()
    for day in 1...4 {
      var invoice = ClientInvoice.sample()
      invoice.invoiceDate = CalendarDate(year: 2023, month: 4, day: day)
      _ = world.ask(.createClientInvoice(invoice, key: nil))
    }
    var filter = ClientInvoiceFilter()
    filter.earliest = CalendarDate(year: 2023, month: 4, day: 2)
    filter.latest = CalendarDate(year: 2023, month: 4, day: 3)
    #expect(world.listed(.all, filter) == [2, 3])
  }

  @Test func `without files their names are left`() {
    let world = World()
    var invoice = ClientInvoice.sample()
    invoice.files = [APIFile(filename: "a", data: [1])]
    _ = world.ask(.createClientInvoice(invoice, key: nil))
    var filter = ClientInvoiceFilter()
    filter.leavesOutFiles = true
    _ = world.ask(.listClientInvoices(filter, .all))
    guard case .clientInvoices(let part) = world.step?.answer else {
      Issue.record("no list was answered")
      return
    }
    #expect(part.items.first?.files == [APIFile(filename: "a", data: nil)])
  }
}
