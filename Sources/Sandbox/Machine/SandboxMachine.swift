package import Invoicing

/// The economy system as a state machine: requests in, answers and changes out.
///
/// It has no clock and no randomness of its own: moments and faults come in. What a step changes
/// is listed in the step, so that it can be kept; the same changes make the same machine again.
package struct SandboxMachine: Sendable {
  package internal(set) var settings: SandboxSettings
  var counters = Counters()
  var companies: [Int64: CompanyBooks] = [:]
  /// The latest moment seen: time does not go back.
  var now = Moment(microseconds: 0)
  var course = Course(company: 0, fault: nil)

  package init(settings: SandboxSettings = SandboxSettings()) { self.settings = settings }

  /// What one request leads to; of two the first comes first.
  package mutating func receive(
    _ request: Request, at moment: Moment, fault: Fault? = nil
  ) -> Step {
    now = max(now, moment)
    course = Course(company: request.company, fault: fault)
    let before = counters
    let isBegun = fault?.isBeforeCommit != true
    let answer = isBegun ? answer(to: request) : Answer.refused(.serverError)
    if !isBegun { course.deed = .nothing }
    if counters != before { course.changes.append(.counters(counters)) }
    return step(request, answer: fault?.replaces(answer) ?? answer)
  }

  private mutating func step(_ request: Request, answer: Answer) -> Step {
    counters.event += 1
    let delivery = course.fault?.delivery ?? .prompt
    let operation = request.operation
    let hasNoAnswer = course.deed == .nothing && (delivery == .never || delivery == .reset)
    let event = TruthEvent(
      number: counters.event, at: now, company: request.company, endpoint: operation.endpoint,
      deed: course.deed, subject: course.subject ?? operation.subject,
      foreignID: course.foreignID, meantFor: operation.meantFor, key: operation.key?.text,
      status: hasNoAnswer ? nil : answer.status, fault: course.fault?.kind, delivery: delivery,
      deleted: course.deleted)
    return Step(answer: answer, delivery: delivery, changes: course.changes, event: event)
  }

  private mutating func answer(to request: Request) -> Answer {
    do throws(Refusal) {
      guard let books = companies[request.company], books.state.isServed else {
        throw .foreignCompany(request.company)
      }
      return try perform(request.operation)
    } catch {
      course.deed = .refused
      return .refused(error)
    }
  }

  private mutating func perform(_ operation: Operation) throws(Refusal) -> Answer {
    switch operation {
    case .readInfo, .listUsers, .readUser, .listParties, .readParty, .listSupplierInvoices,
      .readSupplierInvoice, .listClientInvoices, .readClientInvoice, .readExpense:
      try read(operation)
    case .createParty(let kind, let party): try create(party, kind)
    case .updateParty(let kind, let id, let party): try update(id, party, kind)
    case .createSupplierInvoice(let invoice): try create(invoice)
    case .updateSupplierInvoice(let id, let invoice): try update(id, invoice)
    case .createClientInvoice(let invoice, let key): try create(invoice, key)
    case .updateClientInvoice(let id, let invoice): try update(id, invoice)
    case .deleteClientInvoice(let id): try delete(id)
    case .certify(let id): try certify(id)
    case .send(let id): try send(id)
    case .credit(let id): try credit(id)
    case .pay(let id): try pay(id)
    case .unreadable(_, let refusal): throw refusal
    }
  }
}
