/// An amount in a currency's minor units (öre), never floating point.
package struct Money: Hashable, Sendable {
  /// Sums go beyond 64 bits only in wide arithmetic; a single row's amount is below 10^15.
  package var minorUnits: Int128
  package var currency: Currency

  package init(_ minorUnits: Int128, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The decimal that the extract and the reports write: `-1250.00`, without thousands separators.
  package var decimal: String { Self.decimal(minorUnits, decimals: currency.decimals) }

  /// Minor units written as a decimal with so many places.
  package static func decimal(_ minorUnits: Int128, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(minorUnits, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends minor units written as a decimal with so many places.
  package static func append(
    _ minorUnits: Int128, decimals: Int, to bytes: inout [UInt8]
  ) {
    let isNegative = minorUnits < 0
    // Division of 128 bits takes ten times as long.
    if let small = UInt64(exactly: minorUnits.magnitude) {
      bytes.append(digitsOf: small, decimals: decimals, isNegative: isNegative)
    } else {
      bytes.append(
        digitsOf: minorUnits.magnitude, decimals: decimals, isNegative: isNegative)
    }
  }

  /// The size of the amount on a scale that all currencies share, for sorting only.
  package var comparableSize: Int128 {
    var scale: Int128 = 1
    for _ in currency.decimals..<Self.mostDecimals { scale *= 10 }
    return Int128(minorUnits.magnitude) * scale
  }

  /// The most decimals that any currency has.
  package static let mostDecimals = 4
}
