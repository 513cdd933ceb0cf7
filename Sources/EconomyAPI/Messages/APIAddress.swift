/// A postal address: `address`, `invoice-address`, `delivery-address`.
///
/// Only carried: the .NET client takes an invoice without these elements for broken.
package struct APIAddress: Hashable, Sendable {
  package var address1: String?
  package var address2: String?
  /// `zip-code`.
  package var zipCode: String?
  package var state: String?
  package var country: String?

  package init() {}
}

extension APIAddress: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("address1", .text, \.address1),
    .leaf("address2", .text, \.address2),
    .leaf("zip-code", .text, \.zipCode),
    .leaf("state", .text, \.state),
    .leaf("country", .text, \.country),
  ])
}
