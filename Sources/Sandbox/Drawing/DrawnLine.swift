internal import EconomyAPI
internal import Invoicing

/// A line of an invoice that is drawn.
struct DrawnLine {
  var kind: LineKind
  var description: String
  var quantity: DecimalNumber
  var unit: String
  /// Minor units for one.
  var price: Int64
  /// Percent.
  var vat: Int64

  /// What the consultants do, by the hour.
  static func service(_ random: inout SeededRandom) -> Self {
    let works = ["Development", "Architecture", "Test lead", "Säkerhetsgranskning", "Operations"]
    return Self(
      kind: .service, description: works.drawn(&random),
      quantity: DecimalNumber(digits: random.drawn(from: 8...340) * 5, places: 1), unit: "h",
      price: random.drawn(from: 800...1600) * 100, vat: 25)
  }

  /// What an employee laid out, with a receipt.
  static func expense(_ random: inout SeededRandom) -> Self {
    let kinds = [("Hotel", 12), ("Train", 6), ("Taxi", 6), ("Flight", 6), ("Material", 25)]
    let (what, vat) = kinds.drawn(&random)
    return Self(
      kind: .expense, description: what, quantity: DecimalNumber(digits: 1), unit: "st",
      price: random.drawn(from: 40_000...900_000), vat: Int64(vat))
  }

  /// Of which the system gives no entry.
  static func mileage(_ random: inout SeededRandom) -> Self {
    Self(
      kind: .mileage, description: "Own car",
      quantity: DecimalNumber(digits: random.drawn(from: 20...600)), unit: "km", price: 250,
      vat: 0)
  }

  /// As it stands in the supplier's books.
  func row(entry: Int64?, isCredit: Bool) -> ClientInvoiceRow {
    var row = ClientInvoiceRow()
    row.quantity = quantity
    if isCredit { row.quantity?.digits.negate() }
    row.price = price
    row.vat = DecimalNumber(digits: vat)
    row.unit = unit
    row.description = description
    row.expenseEntryID = entry
    return row
  }

  /// The entry of an expense or a mileage; its receipt's text is its own.
  func entry(on date: CalendarDate, currency: String, receipt number: Int) -> ExpenseEntry {
    var entry = ExpenseEntry()
    let net = quantity.digits * price
    entry.date = date
    entry.description = description
    entry.vat = (net * vat + 50) / 100
    entry.amount = net + (entry.vat ?? 0)
    entry.currency = currency
    if kind == .expense {
      let text = "%PDF-1.4\n% \(description), \(net) \(currency), receipt \(number)\n%%EOF\n"
      entry.files = [APIFile(filename: "receipt-\(number).pdf", data: Array(text.utf8))]
    }
    return entry
  }
}
