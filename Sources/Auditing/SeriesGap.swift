internal import Invoicing

/// Numbers that are missing in a series of sent invoices.
///
/// A series is what stands before the last run of digits of its numbers; invoices and credit notes
/// share it. Numbers of more than 18 digits belong to none.
struct SeriesGap: Sendable {
  /// The first and the last missing number as one, as `A17..A19`; a single one as `A17`.
  let number: String
  /// The sent invoices before and behind the gap.
  let before: Int
  let after: Int
  /// When the one behind it was issued.
  let date: CalendarDate

  /// All gaps, by date, then number.
  static func find(_ books: Books) -> [SeriesGap] {
    var numbers = SeriesNumbers(books)
    numbers.sort()
    let (places, invoices) = (numbers.places, books.sent.invoices)
    var gaps: [SeriesGap] = []
    for b in places.indices.dropFirst() where numbers.isGap(before: b) {
      let before = numbers.alike(b - 1).max { precedes($0, $1, books) }
      let after = numbers.alike(b).min { precedes($0, $1, books) }
      guard let before, let after else { preconditionFailure("each is like itself") }
      gaps.append(
        SeriesGap(
          number: numbers.name(between: before, after), before: Int(before.row),
          after: Int(after.row), date: invoices.issueDate[Int(after.row)]))
    }
    return gaps.sorted { a, b in
      if a.date != b.date { return a.date < b.date }
      return a.number.utf8.lexicographicallyPrecedes(b.number.utf8)
    }
  }

  /// By id, where two have one number.
  private static func precedes(
    _ a: SeriesNumbers.Place, _ b: SeriesNumbers.Place, _ books: Books
  ) -> Bool {
    let ids = books.sent.invoices.id
    return books.compareIDs(ids[Int(a.row)], ids[Int(b.row)]) < 0
  }
}
