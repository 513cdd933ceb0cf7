internal import Invoicing

/// What a client invoice comes to: the one place of this arithmetic.
///
/// A row's net is quantity × price, rounded half away from zero to the minor unit; VAT is taken
/// for each rate on the sum of its nets, and rounded so. All amounts are minor units, smaller than
/// 10^15.
package struct InvoiceTotals: Hashable, Sendable {
  /// Of each row, in their order.
  package let nets: [Int64]
  /// By rate, the smallest first.
  package let rates: [RateTotal]
  package let net: Int64
  package let vat: Int64

  package var gross: Int64 { net + vat }

  /// Where a row says nothing of them, the quantity is 1, the price 0 and the VAT 0 %.
  package init(_ rows: [ClientInvoiceRow]) throws(TotalsFault) {
    var nets: [Int64] = []
    var sums: [(rate: DecimalNumber, net: Int128)] = []
    for (index, row) in rows.enumerated() {
      let net = try Self.net(of: row, at: index)
      nets.append(net)
      let rate = (row.vat ?? DecimalNumber(digits: 0)).shortest
      if let place = sums.firstIndex(where: { $0.rate == rate }) {
        sums[place].net += Int128(net)
      } else {
        sums.append((rate, Int128(net)))
      }
    }
    let rates = try sums.map(Self.total).sorted { $0.rate < $1.rate }
    self.nets = nets
    self.rates = rates
    net = try Self.bounded(rates.reduce(0) { $0 + Int128($1.net) })
    vat = try Self.bounded(rates.reduce(0) { $0 + Int128($1.vat) })
    _ = try Self.bounded(Int128(net) + Int128(vat))
  }

  private static func net(of row: ClientInvoiceRow, at index: Int) throws(TotalsFault) -> Int64 {
    let quantity = row.quantity ?? DecimalNumber(digits: 1)
    let product = Int128(quantity.digits) * Int128(row.price ?? 0)
    let net = product.dividedRounding(byPowerOfTen: quantity.places)
    guard net.magnitude < limit else { throw .rowTooLarge(row: index + 1) }
    return Int64(net)
  }

  private static func total(
    _ sum: (rate: DecimalNumber, net: Int128)
  ) throws(TotalsFault) -> RateTotal {
    let net = try bounded(sum.net)
    let product = Int128(net) * Int128(sum.rate.digits)
    let vat = product.dividedRounding(byPowerOfTen: sum.rate.places + 2)
    return RateTotal(rate: sum.rate, net: net, vat: try bounded(vat))
  }

  private static func bounded(_ sum: Int128) throws(TotalsFault) -> Int64 {
    guard sum.magnitude < limit else { throw .sumTooLarge }
    return Int64(sum)
  }

  private static let limit = UInt128(DecimalReading.limit)
}

extension Int128 {
  /// Rounded half away from zero; the power is at most 10^38, which a decimal's places cannot
  /// reach.
  fileprivate func dividedRounding(byPowerOfTen power: Int) -> Int128 {
    var divisor: Int128 = 1
    for _ in 0..<power { divisor *= 10 }
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
    return quotient + signum()
  }
}
