package import EconomyAPI

/// A row of the books that is another than before.
package enum Change: Hashable, Sendable {
  case company(Int64, CompanyState)
  case user(company: Int64, APIUser)
  case party(company: Int64, PartyKind, APIParty)
  case supplierInvoice(company: Int64, SupplierInvoice)
  case clientInvoice(company: Int64, StoredClientInvoice)
  case deletedClientInvoice(company: Int64, Int64)
  case expense(company: Int64, StoredExpense)
  case key(company: Int64, String, KeyRecord)
  case counters(Counters)
  case settings(SandboxSettings)
}
