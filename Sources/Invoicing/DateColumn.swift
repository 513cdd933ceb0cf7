/// A column of dates, some of them absent, in four bytes each.
package struct DateColumn: Sendable {
  @usableFromInline var days: [Int32] = []

  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ rows: Int) { days.reserveCapacity(rows) }

  @inlinable package subscript(row: Int) -> CalendarDate? {
    days[row] == .min ? nil : CalendarDate(days: days[row])
  }

  package mutating func append(_ date: CalendarDate?) { days.append(date?.days ?? .min) }
}
