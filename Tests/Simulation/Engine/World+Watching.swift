internal import EconomyAPI
internal import Invoicing
internal import Mirroring
internal import RepairPlans
internal import Sandbox

/// What must hold of every single thing that an engine does to the books.
extension World {
  mutating func watch(_ event: TruthEvent, _ arrival: Arrival, _ before: EconomyBooks) {
    if case .rehearsal = guardian { complain("a dry run writes to the books") }
    switch event.deed {
    case .created: watchCreate(event, arrival, before)
    case .deleted: watchEnding(event, arrival, before, .delete)
    case .credited: watchEnding(event, arrival, before, .credit)
    case .certified, .sent: watchSending(event, arrival)
    case .updated where event.endpoint.resource == .supplierInvoice: watchFlag(event, arrival)
    case .updated: allow(arrival, "attaches files") { $0.kind == .attachFiles }
    case .read, .paid, .replayed, .refused, .nothing: break
    }
  }

  private mutating func watchCreate(
    _ event: TruthEvent, _ arrival: Arrival, _ before: EconomyBooks
  ) {
    tally.creates += 1
    let id = arrival.receivedID
    if event.foreignID != id {
      complain("a create for \(id) makes a mirror of \(event.foreignID ?? "-")")
    }
    let live = Truth.liveMirrors(of: id, in: before)
    if !live.isEmpty {
      complain("\(event.subject ?? 0) is a second mirror of \(id), where \(live) lives")
    }
    if case .daily = guardian, let twin = mirroredTwin(of: id, before) {
      complain("\(id) is mirrored, and its twin \(twin) is")
    }
    allow(arrival, "creates a mirror") {
      [.createMirror, .runEngine, .replaceMirror].contains($0.kind)
    }
  }

  /// Another received invoice that is the same, not cancelled, and has a live mirror.
  private func mirroredTwin(of id: String, _ before: EconomyBooks) -> Int64? {
    guard let one = Int64(id).flatMap({ before.supplierInvoice($0) }) else { return nil }
    return before.supplierInvoices().first { other in
      other.id != one.id && other.disabled != true && other.supplierID == one.supplierID
        && other.referenceNumber == one.referenceNumber && other.amount == one.amount
        && other.currency == one.currency
        && !Truth.liveMirrors(of: "\(other.id ?? 0)", in: before).isEmpty
    }?.id
  }

  private mutating func watchEnding(
    _ event: TruthEvent, _ arrival: Arrival, _ before: EconomyBooks,
    _ operation: InvoiceOperation
  ) {
    guard let id = arrival.request.endedInvoice.flatMap({ Int64($0) }),
      let invoice = before.clientInvoice(id)
    else { return complain("\(event.deed.rawValue) of what was not there") }
    if operation == .delete, invoice.certified == true {
      complain("the booked invoice \(id) is deleted")
    }
    if operation == .credit {
      let remaining = invoice.remaining ?? 0
      if remaining != Truth.gross(of: invoice) { complain("the paid invoice \(id) is credited") }
    }
    if case .daily = guardian { complain("the daily job ends \(id)") }
    allow(arrival, "ends \(id)") { action in
      action.invoices.contains { $0.id == "\(id)" && $0.operation == operation }
    }
  }

  private mutating func watchSending(_ event: TruthEvent, _ arrival: Arrival) {
    let id = "\(event.subject ?? 0)"
    if case .daily = guardian { complain("the daily job certifies or sends \(id)") }
    let credited = books.clientInvoice(event.subject ?? 0)?.debitInvoiceNumber.flatMap { number in
      books.clientInvoices().first { $0.invoiceNumber == number }?.id
    }
    allow(arrival, "certifies or sends \(id)") { action in
      action.invoices.contains {
        ($0.id == id && $0.operation == .send)
          || ($0.id == "\(credited ?? 0)" && $0.operation == .credit)
      }
    }
  }

  private mutating func watchFlag(_ event: TruthEvent, _ arrival: Arrival) {
    guard case .setProcessed(let id, let mirror) = arrival.request else { return }
    if Truth.isDead(mirror, in: books) {
      complain("\(id) is marked processed with \(mirror), which is dead")
    }
    allow(arrival, "marks \(id)") { action in
      action.receivedID == id
        && [.createMirror, .runEngine, .replaceMirror, .markProcessed].contains(action.kind)
    }
  }

  /// Of an execution: some action of the plan, approved or safe, must say so.
  private mutating func allow(
    _ arrival: Arrival, _ what: String, where says: (RepairAction) -> Bool
  ) {
    guard case .plan(let plan) = guardian else { return }
    let isSaid = plan.actions.contains {
      $0.receivedID == arrival.receivedID && $0.mayRun && says($0)
    }
    if !isSaid { complain("the engine \(what) for \(arrival.receivedID), which no plan says") }
  }
}

extension SystemRequest {
  /// The invoice that it ends.
  fileprivate var endedInvoice: String? {
    switch self {
    case .delete(let id), .credit(let id): id
    default: nil
    }
  }
}
