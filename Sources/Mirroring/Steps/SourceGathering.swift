internal import Invoicing
internal import RepairPlans

/// Reads what a mirror is made of: the source, its customer, the entries behind its lines.
struct SourceGathering: Sendable {
  let received: ReceivedReading
  let purpose: Purpose
  private var source: SourceReading?
  private var customer: CustomerReading?
  private var expenses: [ExpenseReading?] = []

  enum Purpose: Equatable, Sendable {
    /// The source must be right, and says which customer it is for.
    case mirror
    /// A plan names the customer, and has judged the source.
    case planned(CustomerQuery)
    /// Only receipts are wanted.
    case files
  }

  init(received: ReceivedReading, for purpose: Purpose) {
    self.received = received
    self.purpose = purpose
  }

  enum Result {
    case move(Move)
    case gathered(MirrorBasis)
    case problem(Why)
  }

  var firstRequest: SystemRequest {
    let invoice = received.invoice
    return .findSources(
      supplier: invoice.supplier, number: invoice.number, kind: invoice.kind)
  }

  func begin() -> Move { .ask(firstRequest) }

  mutating func answered(_ answer: SystemAnswer) -> Result {
    switch answer {
    case .sources(let sources): return choose(among: sources)
    case .customers(let customers): return choose(among: customers)
    case .expense(let expense): return take(expense)
    default: preconditionFailure("the shell answers another question")
    }
  }

  /// Of several the one whose currency and gross agree, then the smallest id.
  private mutating func choose(among sources: [SourceReading]) -> Result {
    let invoice = received.invoice
    let best = sources.min { a, b in
      let agrees = (a.gross == invoice.gross, b.gross == invoice.gross)
      if agrees.0 != agrees.1 { return agrees.0 }
      return IdentifierOrder.isBefore(a.id, b.id)
    }
    guard let best else {
      return .problem(
        .sourceMissing(
          received: invoice.id, supplier: invoice.supplier, number: invoice.number))
    }
    source = best
    if purpose == .files {
      customer = CustomerReading(id: "", name: "", isActive: false)
      return next()
    }
    if purpose == .mirror, let problem = problem(of: best) { return .problem(problem) }
    guard let query else { return .problem(.customerUnnamed(source: best.id)) }
    return .move(.ask(.findCustomers(query)))
  }

  private func problem(of source: SourceReading) -> Why? {
    let invoice = received.invoice
    switch source.status {
    case .draft, .cancelled, .credited:
      return .sourceNotIssued(source: source.id, status: source.status)
    case .sent, .paid: break
    }
    let pairs = [
      ("net", invoice.net, source.net), ("VAT", invoice.vat, source.vat),
      ("gross", invoice.gross, source.gross),
    ]
    guard let (what, here, there) = pairs.first(where: { $0.1 != $0.2 }) else { return nil }
    return .sourceDiffers(
      received: invoice.id, source: source.id, what: what, here: here.words, there: there.words)
  }

  private var query: CustomerQuery? {
    switch purpose {
    case .mirror: source?.customerReference.map(CustomerQuery.reference)
    case .planned(let query): query
    case .files: nil
    }
  }

  private mutating func choose(among customers: [CustomerReading]) -> Result {
    guard let query else { preconditionFailure("they were looked for by what names them") }
    guard let first = customers.first else { return .problem(.customerUnknown(query)) }
    if customers.count > 1 {
      let ids = customers.map(\.id).sorted(by: IdentifierOrder.isBefore)
      return .problem(.customerAmbiguous(query, ids: ids))
    }
    if !first.isActive { return .problem(.customerInactive(first.name)) }
    customer = first
    return next()
  }

  private mutating func take(_ expense: ExpenseReading) -> Result {
    if expense == .absent, purpose == .mirror, let source {
      let entry = source.lines[expenses.count].expenseEntry ?? ""
      return .problem(.entryMissing(source: source.id, entry: entry))
    }
    expenses.append(expense)
    return next()
  }

  private mutating func next() -> Result {
    guard let source, let customer else { preconditionFailure("both are read by now") }
    while expenses.count < source.lines.count {
      if let entry = source.lines[expenses.count].expenseEntry {
        return .move(
          .ask(.readExpense(supplier: received.invoice.supplier, entry: entry)))
      }
      expenses.append(nil)
    }
    return .gathered(
      MirrorBasis(received: received, source: source, customer: customer, expenses: expenses))
  }
}
