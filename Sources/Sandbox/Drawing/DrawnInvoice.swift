internal import Invoicing

/// An invoice of a consulting company to the group, for an end customer.
struct DrawnInvoice {
  var date: CalendarDate
  /// The place of the consulting company, and of the end customer, from 0.
  var company: Int
  var customer: Int
  var currency: String
  var isCredit: Bool
  var lines: [DrawnLine]

  /// Draws one: mostly one to three services, every sixth with an expense, every twentieth with
  /// mileage, three in a hundred a credit note.
  init(on date: CalendarDate, companies: Int, customers: Int, _ random: inout SeededRandom) {
    self.date = date
    company = Int(random.drawn(from: 0...Int64(companies - 1)))
    customer = Int(random.drawn(from: 0...Int64(customers - 1)))
    let hundredth = random.drawn(from: 0...99)
    currency = hundredth < 90 ? "SEK" : hundredth < 97 ? "EUR" : "NOK"
    isCredit = random.fraction() < 0.03
    lines = (0..<random.drawn(from: 1...3)).map { _ in .service(&random) }
    if random.fraction() < 0.17 { lines.append(.expense(&random)) }
    if random.fraction() < 0.05 { lines.append(.mileage(&random)) }
  }
}

extension SeededRandom {
  /// A number of the range.
  mutating func drawn(from range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }
}

extension Array {
  /// One of the elements, of which there is at least one.
  func drawn(_ random: inout SeededRandom) -> Element {
    self[Int(random.next() % UInt64(count))]
  }
}
