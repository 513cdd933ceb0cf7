internal import Invoicing
internal import XML

extension XMLWriter {
  /// What the books do not have is left out.
  mutating func attribute(
    _ name: StaticString, ifAny value: String
  ) throws(XMLWriteError) {
    if !value.isEmpty { try attribute(name, value) }
  }

  mutating func attribute(_ name: StaticString, count: some BinaryInteger) throws(XMLWriteError) {
    try attribute(name, String(count))
  }

  /// Minor units as a decimal.
  mutating func attribute(
    _ name: StaticString, _ minorUnits: Int128, _ currency: Currency
  ) throws(XMLWriteError) {
    try attribute(name, Money.decimal(minorUnits, decimals: currency.decimals))
  }
}
