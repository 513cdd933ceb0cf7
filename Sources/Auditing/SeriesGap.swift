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

  private struct Place {
    let series: UInt32
    let value: Int
    let row: Int
  }

  /// All gaps, by date, then number.
  static func find(_ books: Books) -> [SeriesGap] {
    let texts = books.texts
    var series = TextTable()
    var places: [Place] = []
    for row in 0..<books.sent.count where !books.sent.invoices.number[row].isAbsent {
      let bytes = texts.bytes(of: books.sent.invoices.number[row])
      guard let digits = lastDigits(bytes), digits.count <= 18 else { continue }
      var value = 0
      for i in digits { value = value * 10 + Int(bytes[i] - 48) }
      let prefix = series.intern(bytes.extracting(0..<digits.lowerBound))
      places.append(Place(series: prefix.index, value: value, row: row))
    }
    places.sort { a, b in
      if a.series != b.series { return a.series < b.series }
      if a.value != b.value { return a.value < b.value }
      let ids = books.sent.invoices.id
      return books.compareIDs(ids[a.row], ids[b.row]) < 0
    }
    var gaps: [SeriesGap] = []
    for (a, b) in zip(places, places.dropFirst()) {
      guard a.series == b.series, b.value > a.value + 1 else { continue }
      gaps.append(
        SeriesGap(
          number: name(series.string(Text(index: a.series)), a, b, books), before: a.row,
          after: b.row, date: books.sent.invoices.issueDate[b.row]))
    }
    return gaps.sorted { a, b in
      if a.date != b.date { return a.date < b.date }
      return a.number.utf8.lexicographicallyPrecedes(b.number.utf8)
    }
  }

  private static func name(_ prefix: String, _ a: Place, _ b: Place, _ books: Books) -> String {
    let texts = books.texts
    let digits = lastDigits(texts.bytes(of: books.sent.invoices.number[a.row]))?.count ?? 0
    func number(_ value: Int) -> String {
      let text = String(value)
      return prefix + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    let first = number(a.value + 1)
    return b.value == a.value + 2 ? first : "\(first)..\(number(b.value - 1))"
  }

  private static func lastDigits(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes[end - 1] &- 48 > 9 { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] &- 48 < 10 { start -= 1 }
    return start < end ? start..<end : nil
  }
}
