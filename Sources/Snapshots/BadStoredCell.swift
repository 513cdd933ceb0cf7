/// A cell that holds what nobody stores there.
package struct BadStoredCell: Error, CustomStringConvertible {
  /// The row's number, its first column.
  private let row: Int64
  private let column: String
  private let expected: String

  package init(row: Int64, column: String, expected: String) {
    self.row = row
    self.column = column
    self.expected = expected
  }

  package var description: String { "row \(row): \(column) is not \(expected)" }
}
