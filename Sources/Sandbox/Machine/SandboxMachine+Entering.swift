package import EconomyAPI

extension SandboxMachine {
  /// The companies whose books are open, in order.
  package var servedCompanies: [Int64] {
    companies.filter { $0.value.state.isServed }.keys.sorted()
  }

  /// Takes over what was changed, as when the books are read.
  package mutating func apply(_ change: Change) {
    switch change {
    case .company(let id, let state):
      if companies[id] == nil { companies[id] = CompanyBooks(state) }
      companies[id]?.state = state
    case .user(let company, let user):
      if let id = user.id { companies[company]?.users.set(id, user) }
    case .party(let company, let kind, let party): companies[company]?.set(party, kind)
    case .supplierInvoice(let company, let invoice):
      if let id = invoice.id { companies[company]?.supplierInvoices.set(id, invoice) }
    case .clientInvoice(let company, let stored): companies[company]?.set(stored)
    case .deletedClientInvoice(let company, let id): companies[company]?.removeClientInvoice(id)
    case .expense(let company, let stored):
      if let id = stored.entry.id { companies[company]?.expenses.set(id, stored) }
    case .key(let company, let key, let record): companies[company]?.keys[key] = record
    case .counters(let last):
      let event = counters.event
      counters = last
      counters.event = max(event, last.event)
    case .settings(let settings): self.settings = settings
    }
  }

  /// Goes on counting the truth log from its last event.
  package mutating func resume(afterEvent number: Int64) { counters.event = number }

  /// Opens the books of a company, new ones with one user.
  package mutating func open(company id: Int64, named name: String? = nil) -> [Change] {
    if var state = companies[id]?.state {
      state.isServed = true
      state.info.name = name ?? state.info.name
      return entered([.company(id, state)])
    }
    var info = CompanyInfo()
    info.id = id
    info.name = name ?? "Company \(id)"
    info.countryCode = "SE"
    info.currency = "SEK"
    var user = APIUser()
    user.name = "Bookkeeper of company \(id)"
    user.email = "bookkeeper\(id)@example.com"
    user.active = true
    return entered([.company(id, CompanyState(info: info))]) + enter(user, company: id)
  }

  /// Closes the books of a company; they stay as they are.
  package mutating func close(company id: Int64) -> [Change] {
    guard var state = companies[id]?.state else { return [] }
    state.isServed = false
    return entered([.company(id, state)])
  }

  package mutating func set(_ settings: SandboxSettings) -> [Change] {
    entered([.settings(settings)])
  }

  /// Adds a user, which no request can.
  package mutating func enter(_ user: APIUser, company: Int64) -> [Change] {
    var user = user
    user.id = counters.next(\.user)
    return entered([.user(company: company, user), .counters(counters)])
  }

  /// Adds an expense entry, which no request can, and gives its id.
  package mutating func enter(
    _ entry: ExpenseEntry, isMileage: Bool, company: Int64
  ) -> (id: Int64, changes: [Change]) {
    var entry = entry
    let id = counters.next(\.expense)
    entry.id = id
    let stored = StoredExpense(entry, isMileage: isMileage)
    return (id, entered([.expense(company: company, stored), .counters(counters)]))
  }

  private mutating func entered(_ changes: [Change]) -> [Change] {
    for change in changes { apply(change) }
    return changes
  }
}
