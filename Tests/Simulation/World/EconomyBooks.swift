internal import EconomyAPI
internal import Invoicing
internal import Sandbox

/// The sandbox's machine, with the log of what really happened to it.
struct EconomyBooks: Sendable {
  static let group: Int64 = 1
  static let groupName = "Consulting Group"

  private(set) var machine: SandboxMachine
  private(set) var truth: [TruthEvent] = []
  /// The consulting companies by the names of the group's suppliers.
  private(set) var companies: [String: Int64] = [:]
  private(set) var supplierIDs: [Int64: Int64] = [:]
  private(set) var customers: [Int64] = []
  /// A supplier that is no consulting company.
  private(set) var landlord: Int64 = 0

  init(_ nature: Script.Nature, at now: Moment) {
    machine = SandboxMachine(
      settings: SandboxSettings(
        idempotency: nature.idempotency,
        allowsDeletingCertified: nature.allowsDeletingCertified))
    _ = machine.open(company: Self.group, named: Self.groupName)
    for number in 0..<nature.customers {
      customers.append(make(.client, "Kund \(number + 1) AB", "K\(number + 1)", Self.group, now))
    }
    for company in 2..<Int64(2 + nature.companies) {
      let name = "Konsult \(company) AB"
      _ = machine.open(company: company, named: name)
      _ = make(.client, Self.groupName, "G", company, now)
      let supplier = make(.supplier, name, "C\(company)", Self.group, now)
      companies[name] = company
      supplierIDs[company] = supplier
    }
    landlord = make(.supplier, "Fastighets AB Kajen", "L1", Self.group, now)
    truth = []
  }

  /// What one request leads to.
  mutating func receive(
    _ operation: Operation, of company: Int64 = group, at now: Moment, fault: Fault? = nil
  ) -> Step {
    let step = machine.receive(Request(company: company, operation), at: now, fault: fault)
    truth.append(step.event)
    return step
  }

  /// The same by a person, whom nothing disturbs; nil: refused.
  @discardableResult
  mutating func order(
    _ operation: Operation, of company: Int64 = group, at now: Moment
  ) -> Answer? {
    let answer = receive(operation, of: company, at: now).answer
    if case .refused = answer { return nil }
    return answer
  }

  mutating func enter(_ entry: ExpenseEntry, isMileage: Bool, company: Int64) -> Int64 {
    machine.enter(entry, isMileage: isMileage, company: company).id
  }

  private mutating func make(
    _ kind: PartyKind, _ name: String, _ reference: String, _ company: Int64, _ now: Moment
  ) -> Int64 {
    var party = APIParty()
    party.name = name
    party.foreignID = reference
    guard case .created(let id, _)? = order(.createParty(kind, party), of: company, at: now) else {
      preconditionFailure("books that nobody has used refuse a party")
    }
    return id
  }
}

/// The books as they are, whoever looks.
extension EconomyBooks {
  private func look(_ operation: Operation, _ company: Int64) -> Answer {
    var copy = machine
    return copy.receive(Request(company: company, operation), at: Script.start).answer
  }

  /// Those of a company, listed or not, by id.
  func clientInvoices(of company: Int64 = group) -> [ClientInvoice] {
    var copy = machine
    let late = Script.start.adding(microseconds: 4_000 * Script.day)
    let request = Request(
      company: company, .listClientInvoices(ClientInvoiceFilter(), .all))
    guard case .clientInvoices(let list) = copy.receive(request, at: late).answer else {
      return []
    }
    return list.items
  }

  func clientInvoice(_ id: Int64, of company: Int64 = group) -> ClientInvoice? {
    guard case .clientInvoice(let invoice) = look(.readClientInvoice(id), company) else {
      return nil
    }
    return invoice
  }

  func supplierInvoices() -> [SupplierInvoice] {
    let operation = Operation.listSupplierInvoices(.all, leavesOutFiles: false)
    guard case .supplierInvoices(let list) = look(operation, Self.group) else { return [] }
    return list.items
  }

  func supplierInvoice(_ id: Int64) -> SupplierInvoice? {
    guard case .supplierInvoice(let invoice) = look(.readSupplierInvoice(id), Self.group) else {
      return nil
    }
    return invoice
  }

  func parties(_ kind: PartyKind, of company: Int64 = group) -> [APIParty] {
    guard case .parties(_, let list) = look(.listParties(kind, .all), company) else { return [] }
    return list.items
  }

  /// The files of an entry; nil: mileage, or none such.
  func receipts(_ entry: Int64, of company: Int64) -> [APIFile]? {
    guard case .expense(let expense) = look(.readExpense(entry), company) else { return nil }
    return expense.files ?? []
  }

  var supplierNames: [Int64: String] {
    var names: [Int64: String] = [:]
    for party in parties(.supplier) { names[party.id ?? 0] = party.name ?? "" }
    return names
  }
}
