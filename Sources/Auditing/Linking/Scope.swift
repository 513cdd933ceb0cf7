internal import Invoicing

/// What is judged, and what is merely unknown because the books were read from a date on
/// (`extract.md`, covers and companies).
struct Scope: Sendable {
  private let coversFrom: CalendarDate?
  /// By text: whether this party is a consulting company; nil: every supplier is one.
  private let isCompany: [Bool]?

  /// Days after the cover's beginning from which a pointer to nothing counts as evidence.
  private static let margin = 10

  init(_ books: Books) {
    coversFrom = books.header.coversFrom
    isCompany = books.header.companies.map { companies in
      var known = [Bool](repeating: false, count: books.texts.count)
      for company in companies {
        if let text = books.texts.find(company) { known[Int(text.index)] = true }
      }
      return known
    }
  }

  /// Whether a supplier is a consulting company.
  func isCompany(_ supplier: Text) -> Bool { isCompany?[Int(supplier.index)] ?? true }

  /// Whether an invoice of this date may be missing only because the books begin later.
  func precedesCover(_ date: CalendarDate) -> Bool {
    guard let coversFrom else { return false }
    return date < coversFrom
  }

  /// Whether something of this date that points at an invoice which is not there is judged by it.
  func judgesPointer(of date: CalendarDate?) -> Bool {
    guard let coversFrom else { return true }
    guard let date else { return false }
    return date.days(since: coversFrom) >= Self.margin
  }
}
