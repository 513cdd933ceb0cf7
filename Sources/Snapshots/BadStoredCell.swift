/// A cell that holds what no snapshot holds.
struct BadStoredCell: Error, CustomStringConvertible {
  /// The row's number, its first column.
  let row: Int64
  let column: String
  let expected: String

  var description: String { "row \(row): \(column) is not \(expected)" }
}
