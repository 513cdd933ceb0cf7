/// The company whose books these are: `info`.
package struct CompanyInfo: Hashable, Sendable {
  package var id: Int64?
  package var name: String?
  package var orgno: String?
  package var vatNumber: String?
  package var countryCode: String?
  package var currency: String?

  package init() {}
}
