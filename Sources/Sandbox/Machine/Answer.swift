package import EconomyAPI

/// What the economy system answers; an update is answered with the element as it is now.
package enum Answer: Hashable, Sendable {
  case info(CompanyInfo)
  case users(ListPart<APIUser>)
  case user(APIUser)
  case parties(PartyKind, ListPart<APIParty>)
  case party(PartyKind, APIParty)
  case supplierInvoices(ListPart<SupplierInvoice>)
  case supplierInvoice(SupplierInvoice)
  case clientInvoices(ListPart<ClientInvoice>)
  case clientInvoice(ClientInvoice)
  case expense(ExpenseEntry)
  /// `replayed`: it was made by an earlier request with the same key; nothing was made now.
  case created(Int64, replayed: Bool)
  case deleted
  case refused(Refusal)

  /// The status of HTTP that says it.
  package var status: Int {
    guard case .refused(let refusal) = self else { return 200 }
    return refusal.status
  }
}
