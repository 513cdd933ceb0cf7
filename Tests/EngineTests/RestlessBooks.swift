import EconomySystems
import Foundation
import Invoicing
import Synchronization

/// Books of a supplier, a group and its customers that somebody changes while they are read.
final class RestlessBooks: EconomyReading, Sendable {
  /// By id: what the invoice comes to.
  typealias Ledger = [Int: Int64]

  struct State: Hashable, Sendable {
    var received: Ledger = [:]
    var sent: Ledger = [:]
    var source: Ledger = [:]
  }

  fileprivate struct World {
    var state = State()
    var history: Set<State> = []
    var changesLeft: Int
    var random: SeededGenerator
    var nextID = 100
  }

  fileprivate let world: Mutex<World>
  private let sek: Currency

  init(seed: UInt64, changes: Int, sek: Currency) {
    var world = World(changesLeft: changes, random: SeededGenerator(seed: seed))
    for id in 1...Int.random(in: 1...130, using: &world.random) {
      world.state.received[id] = Int64(id) * 100
      world.state.sent[id + 1000] = Int64(id) * 100
      world.state.source[id] = Int64(id) * 100
    }
    world.history = [world.state]
    self.world = Mutex(world)
    self.sek = sek
  }

  /// Each state that the books were ever in.
  var history: Set<State> { world.withLock { $0.history } }

  /// The books at this request; now and then they are others at the next.
  private func now() -> State {
    world.withLock { world in
      let state = world.state
      if world.changesLeft > 0, Int.random(in: 0..<3, using: &world.random) == 0 {
        world.changesLeft -= 1
        world.change()
        world.history.insert(world.state)
      }
      return state
    }
  }

  private func page<Item: Hashable & Sendable>(
    _ ledger: Ledger, _ page: PageRequest, _ make: (Int, Int64) -> Item
  ) -> SystemPage<Item> {
    let ids = ledger.keys.sorted().dropFirst(page.offset).prefix(page.limit)
    return SystemPage(
      items: ids.map { make($0, ledger[$0, default: 0]) }, count: ids.count, size: ledger.count)
  }

  func receivedPage(_ request: PageRequest, within time: Duration) async -> SystemPage<
    SystemReceived
  > {
    page(now().received, request) { id, gross in
      SystemReceived(
        invoice: ReceivedInvoice(
          id: "\(id)", supplier: "Konsult A", number: "A-\(id)", kind: .invoice,
          issueDate: CalendarDate(days: 19_000), dueDate: nil, net: Money(Int128(gross), sek),
          vat: Money(0, sek), gross: Money(Int128(gross), sek), status: .booked),
        isProcessed: false, mirrorIDs: [], files: [])
    }
  }

  func sentPage(_ request: PageRequest, within time: Duration) async -> SystemPage<SystemSent> {
    page(now().sent, request) { id, gross in
      SystemSent(
        invoice: SentInvoice(
          id: "\(id)", number: nil, customer: "Kund K", kind: .invoice,
          issueDate: CalendarDate(days: 19_000), dueDate: nil, net: Money(Int128(gross), sek),
          vat: Money(0, sek), gross: Money(Int128(gross), sek), status: .draft),
        lines: [], files: [SystemFile(name: "a", data: [1])], remaining: nil, creditNotes: [])
    }
  }

  func sourcePage(
    of supplier: String, _ request: PageRequest, within time: Duration
  ) async -> SystemPage<SystemSource> {
    page(now().source, request) { id, gross in
      let net = Money(Int128(gross), sek)
      let line = InvoiceLine(
        line: 1, kind: .expense, description: "Taxi", quantity: "1", unitPrice: nil,
        vatRate: 250_000, net: net)
      return SystemSource(
        invoice: SourceInvoice(
          id: "\(id)", supplier: supplier, number: "A-\(id)", customer: "Kund K",
          kind: .invoice, issueDate: CalendarDate(days: 19_000), net: net, vat: Money(0, sek),
          gross: net, status: .sent),
        customerReference: nil, delivered: nil,
        lines: [SystemLine(line: line, unit: nil, expenseEntry: "\(id)")], files: [])
    }
  }

  /// Every third entry is mileage.
  func expense(
    _ entry: String, of supplier: String, within time: Duration
  ) async -> SystemExpense {
    _ = now()
    guard let number = Int(entry) else { return .absent }
    return number.isMultiple(of: 3)
      ? .mileage : .receipts([SystemFile(name: "taxi.pdf", data: Array(entry.utf8))])
  }

  func received(_ id: String, within time: Duration) async -> SystemReceived? { nil }

  func sources(
    of supplier: String, number: String, kind: InvoiceKind, within time: Duration
  ) async -> [SystemSource] { [] }

  func customers(_ query: CustomerSearch, within time: Duration) async -> [SystemCustomer] { [] }

  func mirrors(of receivedID: String, within time: Duration) async -> [SystemSent] { [] }

  func sent(_ id: String, within time: Duration) async -> SystemSent? { nil }
}

extension RestlessBooks.World {
  /// Somebody books, corrects or deletes.
  fileprivate mutating func change() {
    nextID += 1
    let id = Int.random(in: 1...130, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: state.received[nextID] = 1
    case 1: state.received[id] = nil
    case 2: state.sent[nextID + 1000] = Int64(nextID)
    case 3: state.sent[id + 1000] = nil
    case 4: state.source[id] = Int64(nextID)
    default:
      state.received[id] = Int64(nextID)
      state.source[id] = Int64(nextID)
    }
  }
}
