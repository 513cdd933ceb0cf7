/// The messages of the API, by the names under which they stand on the wire.
///
/// A supplier and a client are of one shape; so the form is chosen by what is asked for.
extension MessageForm where Message == ClientInvoice {
  package static let clientInvoice = MessageForm("client-invoice", listed: "client-invoices")
}

extension MessageForm where Message == SupplierInvoice {
  package static let supplierInvoice = MessageForm(
    "supplier-invoice", listed: "supplier-invoices", aliases: ["supplier-invoice-writeable"])
}

extension MessageForm where Message == APIParty {
  package static let supplier = MessageForm("supplier", listed: "suppliers")
  package static let client = MessageForm("client", listed: "clients")
}

extension MessageForm where Message == APIUser {
  package static let user = MessageForm("user", listed: "users")
}

extension MessageForm where Message == CompanyInfo {
  package static let companyInformation = MessageForm("company-information", aliases: ["info"])
}

extension MessageForm where Message == ExpenseEntry {
  package static let expense = MessageForm(
    "expense", listed: "expenses", aliases: ["expense-entry-readable"])
}

extension MessageForm where Message == APICreated {
  package static let created = MessageForm("created")
}

extension MessageForm where Message == APIDeleted {
  package static let deleted = MessageForm("deleted")
}

extension MessageForm where Message == APIFailure {
  package static let error = MessageForm("error")
}

extension MessageForm where Message == APITruthEvent {
  package static let truthEvent = MessageForm("event", listed: "truth")
}
