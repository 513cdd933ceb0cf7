internal import Invoicing

/// An invoice of a consulting company to the group, before anybody has sent it.
struct StoryInvoice: Sendable {
  let company: Int64
  /// A place in `StoryCast.customers`.
  let customer: Int
  let date: CalendarDate
  var lines: [StoryLine]
  /// The expense entry behind each line, where it has one.
  var entries: [Int64?] = []

  init(company: Int64, customer: Int, date: CalendarDate, lines: [StoryLine]) {
    self.company = company
    self.customer = customer
    self.date = date
    self.lines = lines
  }

  /// What the consultants bill in a month of the first two years, in the order of their dates.
  static func month(_ first: CalendarDate, _ random: inout SeededRandom) -> [Self] {
    var invoices: [Self] = []
    for place in 0..<4 {
      for company in StoryCast.companies where place < company.invoicesAMonth {
        let customer = Int.random(in: 0..<StoryCast.customers.count, using: &random)
        let isEuro = StoryCast.customers[customer].currency == "EUR"
        let hours = Int64.random(in: 20...160, using: &random)
        let price = Int64.random(in: isEuro ? 85...130 : 900...1400, using: &random)
        let what = works[Int.random(in: 0..<works.count, using: &random)]
        invoices.append(
          Self(
            company: company.number, customer: customer, date: first.adding(days: 24 + place),
            lines: [.hours(hours, at: price, what, vat: isEuro ? 0 : 25)]))
      }
    }
    return invoices
  }

  private static let works = [
    "Systemutveckling", "Projektledning", "Arkitektur", "Test", "Verksamhetsanalys", "Driftstöd",
  ]
}
