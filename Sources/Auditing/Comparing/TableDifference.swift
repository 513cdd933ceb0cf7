package import Invoicing

/// How one file of an extract differs between two books; each list by id, then row.
///
/// Lines, attachments and attempts have no id: a row of which anything changed is removed and
/// added there.
package struct TableDifference: Equatable, Sendable {
  package var file: ExtractFile
  /// Nil where the extract lacks the file.
  package var rowsBefore: Int?
  package var rowsAfter: Int?
  package var added: [RowDifference] = []
  package var removed: [RowDifference] = []
  package var changed: [RowDifference] = []

  package var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty
      && (rowsBefore == nil) == (rowsAfter == nil)
  }
}
