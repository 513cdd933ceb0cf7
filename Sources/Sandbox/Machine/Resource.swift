/// A resource of the API's table; a client invoice's four actions are resources under it.
package enum Resource: String, CaseIterable, Hashable, Sendable {
  case info
  case user
  case supplier
  case client
  case supplierInvoice = "supplier/invoice"
  case clientInvoice = "client/invoice"
  case certify = "client/invoice/{id}/certify"
  case send = "client/invoice/{id}/send"
  case credit = "client/invoice/{id}/credit"
  case pay = "client/invoice/{id}/pay"
  case expense

  /// Whether it stands under a client invoice.
  package var isAction: Bool {
    switch self {
    case .certify, .send, .credit, .pay: true
    case .info, .user, .supplier, .client, .supplierInvoice, .clientInvoice, .expense: false
    }
  }

  /// Whether a rule for this resource holds for the other one: itself, and what is under it.
  package func covers(_ other: Self) -> Bool {
    self == other || self == .clientInvoice && other.isAction
  }
}
