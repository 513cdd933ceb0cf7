internal import EconomyAPI
internal import Invoicing

/// The books of one company.
struct CompanyBooks: Sendable {
  var state: CompanyState
  var users = Register<APIUser>()
  var suppliers = Register<APIParty>()
  var clients = Register<APIParty>()
  var supplierInvoices = Register<SupplierInvoice>()
  var clientInvoices = Register<StoredClientInvoice>()
  var expenses = Register<StoredExpense>()
  var keys: [String: KeyRecord] = [:]
  /// Client invoices by their number, for credit notes.
  var invoiceIDs: [String: Int64] = [:]
  /// When the latest of the client invoices that are not listed yet will be.
  var listsAllFrom: Moment?

  init(_ state: CompanyState) { self.state = state }

  func parties(_ kind: PartyKind) -> Register<APIParty> {
    switch kind {
    case .supplier: suppliers
    case .client: clients
    }
  }

  mutating func set(_ party: APIParty, _ kind: PartyKind) {
    guard let id = party.id else { return }
    switch kind {
    case .supplier: suppliers.set(id, party)
    case .client: clients.set(id, party)
    }
  }

  mutating func set(_ stored: StoredClientInvoice) {
    guard let id = stored.invoice.id else { return }
    clientInvoices.set(id, stored)
    if let number = stored.invoice.invoiceNumber { invoiceIDs[number] = id }
    if let moment = stored.listedFrom { listsAllFrom = max(listsAllFrom ?? moment, moment) }
  }

  mutating func removeClientInvoice(_ id: Int64) {
    if let number = clientInvoices[id]?.invoice.invoiceNumber { invoiceIDs[number] = nil }
    clientInvoices.remove(id)
  }
}
