/// What of an invoice is taxed at one rate, in minor units.
package struct RateTotal: Hashable, Sendable {
  /// Percent.
  package let rate: DecimalNumber
  package let net: Int64
  package let vat: Int64
}
