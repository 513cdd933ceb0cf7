/// An exact decimal, as the API's quantities, VAT percentages and currency rates are written.
package struct DecimalNumber: Hashable, Sendable {
  /// The number is `digits` ÷ 10^`places`.
  package var digits: Int64
  package var places: Int

  package init(digits: Int64, places: Int = 0) {
    self.digits = digits
    self.places = places
  }
}
