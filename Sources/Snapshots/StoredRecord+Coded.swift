internal import Invoicing

/// Cells that are stored as numbers (see `Cells`).
extension StoredRecord {
  func day(_ column: Int32) throws(BadStoredCell) -> CalendarDate {
    let days = try integer(column)
    guard Self.days.contains(days) else { throw bad(column, "a date") }
    return CalendarDate(days: Int32(days))
  }

  /// Those of the years 1 to 9999.
  static var days: ClosedRange<Int64> { -719_162...2_932_896 }

  /// Whole seconds, or a moment as text.
  func second(_ column: Int32) throws(BadStoredCell) -> Moment {
    guard isInteger(column) else {
      guard let moment = Moment(try bytes(column)) else { throw bad(column, "a moment") }
      return moment
    }
    let seconds = try integer(column)
    guard (-62_135_596_800..<253_402_300_800).contains(seconds) else {
      throw bad(column, "a moment")
    }
    return Moment(microseconds: seconds * 1_000_000)
  }

  func optionalSecond(_ column: Int32) throws(BadStoredCell) -> Moment? {
    isNull(column) ? nil : try second(column)
  }

  /// One of the things that a table has, by its place there; nil where the cell is NULL.
  func entry<Value>(
    _ column: Int32, of table: [Value], from first: Int64, _ expected: String
  ) throws(BadStoredCell) -> Value? {
    guard !isNull(column) else { return nil }
    let place = try integer(column) - first
    guard place >= 0, place < table.count else { throw bad(column, expected) }
    return table[Int(place)]
  }
}
