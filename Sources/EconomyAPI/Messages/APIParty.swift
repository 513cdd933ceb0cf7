/// A `supplier` or a `client`: one shape.
package struct APIParty: Hashable, Sendable {
  package var id: Int64?
  package var foreignID: String?
  package var name: String?
  package var orgno: String?
  /// `vat-nr`.
  package var vatNumber: String?
  package var countryCode: String?
  package var email: String?
  package var active: Bool?
  /// Only carried; of the vendor's clients.
  package var address: APIAddress?

  package init() {}
}

extension APIParty: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("foreign-id", .text, \.foreignID),
    .leaf("name", .text, \.name),
    .leaf("orgno", .text, \.orgno),
    .leaf("vat-nr", .text, \.vatNumber),
    .leaf("country-code", .text, \.countryCode),
    .leaf("email", .text, \.email),
    .leaf("active", .truth, \.active),
    .message("address", \.address),
  ])
}
