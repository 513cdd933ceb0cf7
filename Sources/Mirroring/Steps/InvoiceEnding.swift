internal import Invoicing
internal import RepairPlans

/// Ends a sent invoice: deletes a draft; of a booked one makes a credit note, certified at once.
struct InvoiceEnding: Sendable {
  let receivedID: String
  let id: String
  private(set) var creditNote: String?
  private var deed: DeedDoing
  private var isCertifying = false

  enum Result {
    case move(Move)
    case ended
    case conclude(Conclusion)
  }

  init(_ invoice: TouchedInvoice, receivedID: String, expect: ExpectedSent?) {
    self.receivedID = receivedID
    id = invoice.id
    deed =
      invoice.operation == .delete
      ? DeedDoing(
        .delete, receivedID: receivedID, id: id, goal: .gone, request: .delete(id: id),
        expect: expect)
      : DeedDoing(
        .credit, receivedID: receivedID, id: id, goal: .credited, request: .credit(id: id),
        expect: expect)
  }

  mutating func begin(_ desk: Desk) -> Move { deed.begin(desk) }

  mutating func answered(_ answer: SystemAnswer, _ desk: inout Desk) -> Result {
    take(deed.answered(answer, &desk), desk)
  }

  mutating func failed(_ failure: RequestFailure, _ desk: inout Desk) -> Result {
    take(deed.failed(failure, &desk), desk)
  }

  mutating func woken(_ desk: Desk) -> Result { take(deed.woken(desk), desk) }

  private mutating func take(_ result: DeedDoing.Result, _ desk: Desk) -> Result {
    switch result {
    case .move(let move): return .move(move)
    case .conclude(let conclusion): return .conclude(conclusion)
    case .reached(let reading):
      if deed.kind == .delete || isCertifying { return .ended }
      return certify(reading, desk)
    }
  }

  /// A credit note that is a draft yet does not count for the customer.
  private mutating func certify(_ reading: SentReading?, _ desk: Desk) -> Result {
    let note =
      desk.memory.ownDeed(.credit, on: id)?.creditNoteID ?? reading?.correcting.last?.id
    guard let note, desk.memory.ownDeed(.credit, on: id) != nil else {
      return .conclude(Conclusion(.stale, [id], .sentNotIn(.unpaid, id: id, found: "credited")))
    }
    creditNote = note
    isCertifying = true
    deed = DeedDoing(
      .certify, receivedID: receivedID, id: note, goal: .booked, request: .certify(id: note))
    return .move(deed.begin(desk))
  }
}
