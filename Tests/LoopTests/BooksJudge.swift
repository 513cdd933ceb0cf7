import EconomyAPI
import Foundation
import Invoicing
import RepairPlans
import Testing

@testable import Sandbox

/// Judges what an execution did by the sandbox's books and its truth log alone.
struct BooksJudge {
  private let before: CompanyBooks
  private let after: CompanyBooks
  private let events: [TruthEvent]
  private let plan: RepairPlan

  /// The books of two folders, of which the second were served when the plan was executed.
  init(before: Folder, after: Folder, plan: RepairPlan) throws {
    let (first, last) = (try Self.load(before), try Self.load(after))
    self.before = try #require(first.machine.companies[Office.group])
    self.after = try #require(last.machine.companies[Office.group])
    let known = first.events.last?.number ?? 0
    events = last.events.filter { $0.number > known }
    self.plan = plan
  }

  private static func load(_ folder: Folder) throws -> TruthLog {
    let store = try SandboxStore(path: folder.file("books.sqlite"))
    defer { store.close() }
    return try TruthLog(store)
  }

  /// What is wrong, where these actions should have been done and no others.
  ///
  /// - Parameter springs: received invoices whose key was bound to a dead invoice: one create more.
  func complaints(
    without skipped: Set<String> = [], springs: Set<String> = []
  ) throws -> [String] {
    let actions = plan.actions.filter { $0.mayRun && !skipped.contains($0.id) }
    var complaints: [String] = []
    var accounted: Set<Int64> = []
    for action in actions {
      complaints += try complaintsAbout(action, &accounted).map { "\(action.id) \($0)" }
    }
    return complaints + strangers(accounted) + forbidden()
      + doubles(actions.compactMap { $0.create?.receivedID }, springs)
  }

  // MARK: What each action should have come to

  private func complaintsAbout(
    _ action: RepairAction, _ accounted: inout Set<Int64>
  ) throws -> [String] {
    var complaints: [String] = []
    for touched in action.invoices where touched.ledger == .sent && touched.operation != .keep {
      let id = try #require(Int64(touched.id))
      accounted.insert(id)
      let old = try #require(before.clientInvoices[id]).invoice
      if isPaid(old) { complaints.append("touched the paid \(id)") }
      complaints += ending(touched.operation, old, &accounted)
    }
    if let mirror = action.create { complaints += made(mirror, &accounted) }
    if action.kind == .markProcessed, let kept = action.expect.sent.first {
      let id = try #require(Int64(kept.id))
      complaints += flag(action.receivedID, names: id)
    }
    return complaints
  }

  private func ending(
    _ operation: InvoiceOperation, _ old: ClientInvoice, _ accounted: inout Set<Int64>
  ) -> [String] {
    let id = old.id ?? 0
    let new = after.clientInvoices[id]?.invoice
    switch operation {
    case .delete: return new == nil ? [] : ["did not delete \(id)"]
    case .credit:
      let notes = all(after).filter { $0.debitInvoiceNumber == old.invoiceNumber }
      accounted.formUnion(notes.compactMap(\.id))
      let isRight =
        notes.count == 1 && notes[0].certified == true && gross(notes[0]) == -gross(old)
      return isRight ? [] : ["credited \(id) by \(notes.compactMap(\.id))"]
    case .send: return new?.certified == true && new?.sent == true ? [] : ["did not send \(id)"]
    case .attach:
      let isMore = (new?.files ?? []).count > (old.files ?? []).count
      return isMore ? [] : ["attached nothing to \(id)"]
    case .mark, .keep: return []
    }
  }

  private func made(_ mirror: PlannedMirror, _ accounted: inout Set<Int64>) -> [String] {
    let live = live(of: mirror.receivedID)
    accounted.formUnion(live.compactMap(\.id))
    guard live.count == 1, let id = live[0].id else {
      return ["left \(mirror.receivedID) with the mirrors \(live.compactMap(\.id))"]
    }
    let customer = live[0].clientID.flatMap { after.clients[$0]?.name }
    var complaints = flag(mirror.receivedID, names: id)
    if Int128(gross(live[0])) != mirror.gross.minorUnits { complaints.append("billed another sum") }
    if customer != mirror.customer { complaints.append("billed \(customer ?? "nobody")") }
    return complaints
  }

  private func flag(_ receivedID: String, names id: Int64) -> [String] {
    let received = Int64(receivedID).flatMap { after.supplierInvoices[$0] }
    let isRight =
      received?.foreignID == "processed" && received?.clientInvoiceIDs?.contains(id) == true
    return isRight ? [] : ["left \(receivedID) without its flag"]
  }

  // MARK: What must not be

  /// Invoices that changed, came or went, and that no action speaks of.
  private func strangers(_ accounted: Set<Int64>) -> [String] {
    let ids = Set(before.clientInvoices.ids + after.clientInvoices.ids).subtracting(accounted)
    return ids.sorted().compactMap { id in
      let (old, new) = (before.clientInvoices[id]?.invoice, after.clientInvoices[id]?.invoice)
      return old == new ? nil : "\(id) is another than before, and no action says so"
    }
  }

  private func forbidden() -> [String] {
    events.compactMap { event in
      guard event.deed == .deleted, event.deleted?.certified == true else { return nil }
      return "the booked \(event.subject ?? 0) was deleted"
    }
  }

  /// Received invoices for which more was created than there should be.
  private func doubles(_ received: [String], _ springs: Set<String>) -> [String] {
    received.compactMap { id in
      let count = events.count {
        $0.deed == .created && $0.endpoint.verb == .put && $0.meantFor == id
      }
      let most = springs.contains(id) ? 2 : 1
      return count <= most ? nil : "\(count) invoices were created for \(id)"
    }
  }

  private func live(of receivedID: String) -> [ClientInvoice] {
    all(after).filter { invoice in
      invoice.foreignID == receivedID && invoice.disabled != true
        && invoice.debitInvoiceNumber == nil
        && !all(after).contains {
          $0.debitInvoiceNumber != nil && $0.debitInvoiceNumber == invoice.invoiceNumber
        }
    }
  }

  private func all(_ books: CompanyBooks) -> [ClientInvoice] {
    books.clientInvoices.items(books.clientInvoices.ids).map(\.invoice)
  }

  private func isPaid(_ invoice: ClientInvoice) -> Bool {
    invoice.certified == true && gross(invoice) != 0 && invoice.remaining == 0
  }

  private func gross(_ invoice: ClientInvoice) -> Int64 {
    (try? InvoiceTotals(invoice.rows ?? []).gross) ?? 0
  }
}
