internal import EconomyAPI

/// A line of a consultant's invoice.
struct StoryLine: Sendable {
  enum Kind: Sendable { case hours, receipt, mileage }

  let kind: Kind
  let description: String
  /// In hundredths.
  let quantity: Int64
  /// Minor units for one.
  let price: Int64
  let vat: Int64

  /// Hours of work, at so many kronor or euro an hour.
  static func hours(_ hours: Int64, at price: Int64, _ what: String, vat: Int64 = 25) -> Self {
    Self(kind: .hours, description: what, quantity: hours * 100, price: price * 100, vat: vat)
  }

  /// What a consultant laid out, for so much without VAT.
  static func receipt(_ what: String, _ net: Int64, vat: Int64) -> Self {
    Self(kind: .receipt, description: what, quantity: 100, price: net * 100, vat: vat)
  }

  /// Kilometres in the consultant's own car, at 2.50 each.
  static func mileage(_ kilometres: Int64) -> Self {
    Self(
      kind: .mileage, description: "Milersättning", quantity: kilometres * 100, price: 250,
      vat: 25)
  }

  /// The row in the consulting company's books; `entry`: the expense behind it.
  func row(entry: Int64?) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: quantity, places: 2).shortest
    row.price = price
    row.vat = DecimalNumber(digits: vat)
    row.unit = kind == .hours ? "h" : kind == .mileage ? "km" : nil
    row.description = description
    row.expenseEntryID = entry
    return row
  }

  /// The entry in the consulting company's books; `name` is its receipt's.
  func entry(named name: String) -> ExpenseEntry {
    var entry = ExpenseEntry()
    entry.description = description
    entry.amount = (quantity * price / 100) * (100 + vat) / 100
    entry.vat = (quantity * price / 100) * vat / 100
    entry.currency = "SEK"
    guard kind == .receipt else { return entry }
    let receipt = "Kvitto: \(description), \(entry.amount ?? 0) öre, varav moms \(entry.vat ?? 0)\n"
    entry.files = [APIFile(filename: name, data: Array("\(receipt)\(name)\n".utf8))]
    return entry
  }
}
