internal import EconomyAPI

/// What the engine of old got wrong in April, when expenses were new to it.
enum Botch: Sendable {
  /// All lines with an expense entry are left out, their receipts too.
  case dropsEntries
  /// The customer of another invoice.
  case otherCustomer
  /// No currency: the books' own is taken.
  case noCurrency
  /// Two digits of the first price change places.
  case wrongPrice
  /// 25 % VAT on everything.
  case fullVAT
  /// The receipts are left behind.
  case noReceipts

  func spoil(_ mirror: inout ClientInvoice, entries: [Bool], otherCustomer: Int64) {
    var rows = mirror.rows ?? []
    switch self {
    case .dropsEntries:
      rows = zip(rows, entries).filter { !$1 }.map(\.0)
      mirror.files = nil
    case .otherCustomer: mirror.clientID = otherCustomer
    case .noCurrency: mirror.currency = nil
    case .wrongPrice: rows[0].price = rows[0].price.map(Self.swapped)
    case .fullVAT: for place in rows.indices { rows[place].vat = DecimalNumber(digits: 25) }
    case .noReceipts: mirror.files = nil
    }
    mirror.rows = rows
  }

  /// 1250.00 becomes 1520.00; where the two digits are one, the first is doubled.
  private static func swapped(_ price: Int64) -> Int64 {
    let (tens, hundreds) = (price / 1000 % 10, price / 10_000 % 10)
    guard tens != hundreds else { return price + hundreds * 10_000 }
    return price + (tens - hundreds) * 9000
  }
}
