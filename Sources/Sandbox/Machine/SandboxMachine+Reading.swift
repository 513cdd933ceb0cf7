internal import EconomyAPI
internal import Invoicing

extension SandboxMachine {
  /// The books of the company that is asked; it was looked up before.
  var books: CompanyBooks {
    guard let books = companies[course.company] else {
      preconditionFailure("a request reached the books of a company that is not served")
    }
    return books
  }

  func read(_ operation: Operation) throws(Refusal) -> Answer {
    switch operation {
    case .readInfo: .info(books.state.info)
    case .listUsers(let page): .users(list(books.users, page))
    case .readUser(let id): .user(try find(id, "user", \.users))
    case .listParties(let kind, let page): .parties(kind, list(books.parties(kind), page))
    case .readParty(let kind, let id): .party(kind, try findParty(id, kind))
    case .listSupplierInvoices(let page, let leavesOutFiles):
      .supplierInvoices(supplierInvoices(page, leavesOutFiles))
    case .readSupplierInvoice(let id):
      .supplierInvoice(try find(id, "supplier-invoice", \.supplierInvoices))
    case .listClientInvoices(let filter, let page): .clientInvoices(clientInvoices(filter, page))
    case .readClientInvoice(let id):
      .clientInvoice(try find(id, "client-invoice", \.clientInvoices).invoice)
    case .readExpense(let id): .expense(try expense(id))
    default: preconditionFailure("\(operation.endpoint) reads nothing")
    }
  }

  /// An element of this company; another company's is refused as such.
  func find<Item>(
    _ id: Int64, _ what: String, _ ledger: KeyPath<CompanyBooks, Register<Item>>
  ) throws(Refusal) -> Item {
    if let item = companies[course.company]?[keyPath: ledger][id] { return item }
    let isForeign = companies.contains { $0.value[keyPath: ledger][id] != nil }
    throw isForeign ? .foreign(what, id) : .missing(what, id)
  }

  func findParty(_ id: Int64, _ kind: PartyKind) throws(Refusal) -> APIParty {
    switch kind {
    case .supplier: try find(id, "supplier", \.suppliers)
    case .client: try find(id, "client", \.clients)
    }
  }

  private func expense(_ id: Int64) throws(Refusal) -> ExpenseEntry {
    let stored = try find(id, "expense", \.expenses)
    if stored.isMileage { throw .mileage }
    return stored.entry
  }

  private func list<Item>(_ ledger: Register<Item>, _ page: Page) -> ListPart<Item> {
    let (ids, size) = part(of: ledger.ids, page)
    return ListPart(ledger.items(ids), page: page, size: size)
  }

  /// The ids on a page; where the list changes while it is paged, an element before the page has
  /// gone or has come, so that one is skipped or comes twice.
  private func part(of ids: [Int64], _ page: Page) -> (ArraySlice<Int64>, size: Int) {
    guard let fault = course.fault(.shiftingPage), page.offset > 0, page.offset <= ids.count else {
      return (ids[page.places(of: ids.count)], ids.count)
    }
    let shift = fault.choice % 2 == 0 ? 1 : -1
    let shifted = Page(offset: page.offset + shift, limit: page.limit)
    return (ids[shifted.places(of: ids.count)], ids.count - shift)
  }

  private func supplierInvoices(
    _ page: Page, _ leavesOutFiles: Bool
  ) -> ListPart<SupplierInvoice> {
    var part = list(books.supplierInvoices, page)
    guard leavesOutFiles else { return part }
    for i in part.items.indices { part.items[i].files?.dropContent() }
    return part
  }

  private func clientInvoices(
    _ filter: ClientInvoiceFilter, _ page: Page
  ) -> ListPart<ClientInvoice> {
    let ledger = books.clientInvoices
    let (ids, size) = part(of: listed(filter), page)
    var invoices = ledger.items(ids).map(\.invoice)
    if filter.leavesOutFiles {
      for i in invoices.indices { invoices[i].files?.dropContent() }
    }
    return ListPart(invoices, page: page, size: size)
  }

  /// The ids of the client invoices that a list shows, of all pages.
  private func listed(_ filter: ClientInvoiceFilter) -> [Int64] {
    let books = books
    let latest = course.fault(.staleList).map {
      now.adding(microseconds: -Int64($0.seconds) * 1_000_000)
    }
    let isComplete = latest == nil && books.listsAllFrom.map { $0 <= now } ?? true
    if isComplete, filter.passesAll { return books.clientInvoices.ids }
    return books.clientInvoices.ids.filter { id in
      guard let stored = books.clientInvoices[id] else { return false }
      if let from = stored.listedFrom, from > now { return false }
      if let latest, let created = stored.invoice.created, created > latest { return false }
      return passes(stored.invoice, filter)
    }
  }

  private func passes(_ invoice: ClientInvoice, _ filter: ClientInvoiceFilter) -> Bool {
    let isCertified = invoice.certified == true
    let isStage =
      switch filter.stage {
      case .all: true
      case .certified: isCertified
      case .certifiable: !isCertified && invoice.disabled != true
      case .sendable: isCertified && invoice.sent != true
      }
    guard isStage else { return false }
    if let earliest = filter.earliest, invoice.invoiceDate.map({ $0 < earliest }) ?? true {
      return false
    }
    if let latest = filter.latest, invoice.invoiceDate.map({ $0 > latest }) ?? true { return false }
    guard let query = filter.query, !query.isEmpty else { return true }
    let client = invoice.clientID.flatMap { companies[course.company]?.clients[$0]?.name }
    return [
      invoice.invoiceNumber, invoice.foreignID, invoice.poNumber, invoice.yourReference,
      invoice.notes, client,
    ].contains { $0?.holds(query) == true }
  }
}

extension [APIFile] {
  /// Leaves the names alone.
  fileprivate mutating func dropContent() {
    for i in indices { self[i].data = nil }
  }
}

extension String {
  /// Whether the other stands in it; of ASCII, small and capital letters are the same.
  fileprivate func holds(_ other: String) -> Bool {
    let small: (UInt8) -> UInt8 = { $0 &- 65 < 26 ? $0 + 32 : $0 }
    let text = utf8.map(small)
    let wanted = other.utf8.map(small)
    guard wanted.count <= text.count else { return false }
    return (0...text.count - wanted.count).contains {
      text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
