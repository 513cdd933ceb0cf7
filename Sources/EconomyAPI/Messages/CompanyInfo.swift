/// The company whose books these are: `company-information`, which `info` answers.
package struct CompanyInfo: Hashable, Sendable {
  /// Ours, as are VAT number and country.
  package var id: Int64?
  package var name: String?
  package var orgno: String?
  package var vatNumber: String?
  package var countryCode: String?
  /// `accounting-currency`.
  package var currency: String?

  package init() {}
}

extension CompanyInfo: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("name", .text, \.name),
    .leaf("orgno", .text, \.orgno),
    .leaf("vat-nr", .text, \.vatNumber),
    .leaf("country-code", .text, \.countryCode),
    .leaf("accounting-currency", .currency, \.currency),
  ])
}
