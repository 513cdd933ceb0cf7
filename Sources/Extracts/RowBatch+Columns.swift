internal import Invoicing

extension RowBatch {
  /// Appends the values of the good rows.
  func append<Value>(_ values: [Value], to column: inout [Value]) {
    if hasBad {
      for row in 0..<count where !isBad[row] { column.append(values[row]) }
    } else {
      column.append(contentsOf: values)
    }
  }

  func append(_ dates: [CalendarDate?], to column: inout DateColumn) {
    for row in 0..<count where !isBad[row] { column.append(dates[row]) }
  }

  func append(_ moments: [Moment?], to column: inout MomentColumn) {
    for row in 0..<count where !isBad[row] { column.append(moments[row]) }
  }

  /// Appends the numbers of the good rows in their file.
  func appendRows(to column: inout [UInt32]) {
    append(chunk.rows.places.map(\.ordinal), to: &column)
  }
}
