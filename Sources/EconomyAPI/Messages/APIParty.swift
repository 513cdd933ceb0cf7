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

  package init() {}
}
