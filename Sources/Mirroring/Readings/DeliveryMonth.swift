package import Invoicing

/// The month that something was delivered in.
package struct DeliveryMonth: Hashable, Sendable {
  package var year: Int
  /// From 1.
  package var month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month written `YYYY-MM`, or nil.
  package init?(_ text: String) {
    guard let date = CalendarDate(Array("\(text)-01".utf8).span) else { return nil }
    self.init(of: date)
  }

  package init(of date: CalendarDate) {
    let (year, month, _) = date.components
    self.init(year: year, month: month)
  }
}

extension DeliveryMonth: CustomStringConvertible {
  /// `YYYY-MM`.
  package var description: String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(zeros)\(digits)-\(month < 10 ? "0" : "")\(month)"
  }
}
