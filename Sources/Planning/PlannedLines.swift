internal import Invoicing

/// The arithmetic of a planned mirror's lines, as the economy system does it.
enum PlannedLines {
  /// Lines numbered from 1.
  static func renumbered(_ lines: [InvoiceLine]) -> [InvoiceLine] {
    lines.enumerated().map { place, line in
      var line = line
      line.line = place + 1
      return line
    }
  }

  /// What lines come to: VAT is taken for each rate on the sum of the nets, rounded half away from
  /// zero to the minor unit.
  static func sum(
    _ lines: [InvoiceLine], _ currency: Currency
  ) -> (net: Money, vat: Money, gross: Money) {
    var nets: [Int64: Int128] = [:]
    for line in lines { nets[line.vatRate, default: 0] += line.net.minorUnits }
    let net = nets.values.reduce(0, +)
    let vat = nets.reduce(0) { $0 + rounded($1.value * Int128($1.key), by: percent) }
    return (Money(net, currency), Money(vat, currency), Money(net + vat, currency))
  }

  /// The line with a quantity and a price of whole minor units whose product is its net: as it is
  /// where it has them, else one at the net.
  static func priced(_ line: InvoiceLine) -> InvoiceLine {
    var line = line
    if let quantity = line.quantity, let price = line.unitPrice,
      let net = net(quantity, price, line.net.currency), net == line.net.minorUnits
    {
      return line
    }
    line.quantity = "1"
    line.unitPrice = line.net.decimal
    return line
  }

  /// The one rate, in ten-thousandths of a percent, at which this net has this VAT; nil: none.
  ///
  /// Those in use are tried first.
  static func rate(net: Money, vat: Money) -> Int64? {
    var rates: [Int64] = [250_000, 120_000, 60_000, 0]
    if net.minorUnits != 0 {
      let exact = rounded(vat.minorUnits * percent, by: net.minorUnits)
      if let exact = Int64(exactly: exact), (0...1_000_000).contains(exact) { rates.append(exact) }
    }
    return rates.first { rounded(net.minorUnits * Int128($0), by: percent) == vat.minorUnits }
  }

  /// A hundred percent in ten-thousandths of one.
  private static let percent: Int128 = 1_000_000

  /// Quantity × price in minor units; nil where the price is no whole number of them.
  private static func net(
    _ quantity: String, _ price: String, _ currency: Currency
  ) -> Int128? {
    guard
      let count = try? DecimalReading.read(quantity.utf8.span, decimals: 6),
      let each = try? DecimalReading.read(price.utf8.span, decimals: currency.decimals)
    else { return nil }
    return rounded(Int128(count) * Int128(each), by: 1_000_000)
  }

  /// A quotient rounded half away from zero.
  private static func rounded(_ value: Int128, by divisor: Int128) -> Int128 {
    let half = Int128(divisor.magnitude / 2)
    let magnitude = (Int128(value.magnitude) + half) / Int128(divisor.magnitude)
    return (value < 0) == (divisor < 0) ? magnitude : -magnitude
  }
}
