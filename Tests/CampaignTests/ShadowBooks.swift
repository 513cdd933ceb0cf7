import EconomyAPI
import Foundation
import Invoicing
import Sandbox
import Synchronization

/// Somebody who creates, deletes, updates and marks in the books while they are read, and remembers
/// what they were after each change.
final class ShadowBooks: Sendable {
  private struct State {
    var moments: [(from: Moment, books: SandboxMachine)]
    var random: SeededRandom
    var left: Int
    var own: [Int64] = []
    var unmarked: [Int64]
  }

  private let state: Mutex<State>

  /// - Parameter changes: how many are made in all.
  init(_ books: SandboxMachine, received: [Int64], changes: Int, seed: UInt64) {
    state = Mutex(
      State(
        moments: [(Moment(microseconds: 0), books)], random: SeededRandom(seed: seed),
        left: changes, unmarked: received))
  }

  var isDone: Bool { state.withLock { $0.left == 0 } }

  /// Every state that the books have had, with the moment from which on.
  var moments: [(from: Moment, books: SandboxMachine)] { state.withLock { $0.moments } }

  /// The books as they were at a moment.
  func books(at moment: Moment) -> SandboxMachine? {
    moments.last { $0.from <= moment }?.books
  }

  /// Makes the next change, unless all are made.
  func change(_ service: SandboxService) async {
    guard let operation = state.withLock({ Self.next(&$0) }) else { return }
    let step = await service.receive(Request(company: BookDraw.group, operation))
    guard let step else { return }
    state.withLock { state in
      if case .created(let id, _) = step.answer { state.own.append(id) }
      guard var books = state.moments.last?.books else { return }
      for change in step.changes { books.apply(change) }
      state.moments.append((step.event.at, books))
    }
  }

  private static func next(_ state: inout State) -> Sandbox.Operation? {
    if state.left == 0 { return nil }
    state.left -= 1
    let dice = state.random.next() % 4
    if dice == 0, !state.own.isEmpty { return .deleteClientInvoice(state.own.removeFirst()) }
    if dice == 1, !state.unmarked.isEmpty {
      let place = Int(state.random.next() % UInt64(state.unmarked.count))
      var flag = SupplierInvoice()
      flag.foreignID = "processed"
      flag.clientInvoiceIDs = [Int64(state.random.next() % 50) + 1000]
      return .updateSupplierInvoice(state.unmarked.remove(at: place), flag)
    }
    var invoice = ClientInvoice()
    invoice.clientID = Ledgers.firstCustomer
    invoice.foreignID = "\(state.left)"
    invoice.rows = [row(Int64(state.random.next() % 100_000) + 1)]
    if dice == 2, let id = state.own.last { return .updateClientInvoice(id, invoice) }
    return .createClientInvoice(invoice, key: nil)
  }

  private static func row(_ price: Int64) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 1)
    row.price = price
    row.vat = DecimalNumber(digits: 25)
    row.description = "Consulting"
    return row
  }
}
