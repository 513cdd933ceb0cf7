package import EconomyAPI

/// What is asked of the economy system, as values.
package enum Operation: Hashable, Sendable {
  case readInfo
  case listUsers(Page)
  case readUser(Int64)
  case listParties(PartyKind, Page)
  case readParty(PartyKind, Int64)
  case createParty(PartyKind, APIParty)
  case updateParty(PartyKind, Int64, APIParty)
  case listSupplierInvoices(Page, leavesOutFiles: Bool)
  case readSupplierInvoice(Int64)
  case createSupplierInvoice(SupplierInvoice)
  case updateSupplierInvoice(Int64, SupplierInvoice)
  case listClientInvoices(ClientInvoiceFilter, Page)
  case readClientInvoice(Int64)
  case createClientInvoice(ClientInvoice, key: IdempotencyKey?)
  case updateClientInvoice(Int64, ClientInvoice)
  case deleteClientInvoice(Int64)
  case certify(Int64)
  case send(Int64)
  case credit(Int64)
  case pay(Int64)
  case readExpense(Int64)
  /// A request that came to an endpoint, and cannot be understood: its refusal.
  case unreadable(Endpoint, Refusal)

  /// The endpoint that it goes to.
  package var endpoint: Endpoint {
    switch self {
    case .readInfo: Endpoint(.get, .info)
    case .listUsers, .readUser: Endpoint(.get, .user)
    case .listParties(let kind, _), .readParty(let kind, _): Endpoint(.get, kind.resource)
    case .createParty(let kind, _): Endpoint(.put, kind.resource)
    case .updateParty(let kind, _, _): Endpoint(.post, kind.resource)
    case .listSupplierInvoices, .readSupplierInvoice: Endpoint(.get, .supplierInvoice)
    case .createSupplierInvoice: Endpoint(.put, .supplierInvoice)
    case .updateSupplierInvoice: Endpoint(.post, .supplierInvoice)
    case .listClientInvoices, .readClientInvoice: Endpoint(.get, .clientInvoice)
    case .createClientInvoice: Endpoint(.put, .clientInvoice)
    case .updateClientInvoice: Endpoint(.post, .clientInvoice)
    case .deleteClientInvoice: Endpoint(.delete, .clientInvoice)
    case .certify: Endpoint(.post, .certify)
    case .send: Endpoint(.post, .send)
    case .credit: Endpoint(.post, .credit)
    case .pay: Endpoint(.post, .pay)
    case .readExpense: Endpoint(.get, .expense)
    case .unreadable(let endpoint, _): endpoint
    }
  }

  /// The element that it names, where it names one.
  package var subject: Int64? {
    switch self {
    case .readUser(let id), .readParty(_, let id), .updateParty(_, let id, _),
      .readSupplierInvoice(let id), .updateSupplierInvoice(let id, _),
      .readClientInvoice(let id), .updateClientInvoice(let id, _), .deleteClientInvoice(let id),
      .certify(let id), .send(let id), .credit(let id), .pay(let id), .readExpense(let id):
      id
    case .readInfo, .listUsers, .listParties, .createParty, .listSupplierInvoices,
      .createSupplierInvoice, .listClientInvoices, .createClientInvoice, .unreadable:
      nil
    }
  }

  /// The key that it is sent with, where it is a create that has one.
  package var key: IdempotencyKey? {
    guard case .createClientInvoice(_, let key) = self else { return nil }
    return key
  }

  /// The `foreign-id` that a create of a client invoice bears.
  package var meantFor: String? {
    guard case .createClientInvoice(let invoice, _) = self else { return nil }
    return invoice.foreignID
  }
}
