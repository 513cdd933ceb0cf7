/// A row that stands in one of two books, or in both and differs.
package struct RowDifference: Equatable, Sendable {
  /// A column, and what stands in it; empty where nothing does.
  package struct Column: Equatable, Sendable {
    package var name: String
    package var before: String
    package var after: String
  }

  /// The id of the invoice that the row is or is about.
  package var id: String
  /// The numbers of the data rows in their files; nil where the row is not there.
  package var rowBefore: UInt32?
  package var rowAfter: UInt32?
  /// Of a row that stands in one of the books only, all that are not empty; else those that differ.
  package var columns: [Column]
}
