/// A posting of a supplier invoice: `accounts/account`; the amount in minor units.
package struct APIAccount: Hashable, Sendable {
  package var id: Int64?
  /// `account-nr`.
  package var accountNumber: String?
  package var vatCode: String?
  package var amount: Int64?

  package init() {}
}

extension APIAccount: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("account-nr", .documentNumber, \.accountNumber),
    .leaf("vat-code", .text, \.vatCode),
    .leaf("amount", .amount, \.amount),
  ])
}
