internal import Invoicing

/// The rows of a table by those texts of one of its columns that somebody asks for.
struct RowsByText: Sendable {
  private let asked: TextSet
  private let groups: RowGroups

  /// The rows of each text that is asked for, in the order of the rows; of some rows alone.
  init(asked: TextSet, _ column: [Text], where isAsked: (Int) -> Bool = { _ in true }) {
    self.asked = asked
    groups = RowGroups(owners: asked.count, rows: column.count) { row in
      isAsked(row) ? asked.place(column[row]) : -1
    }
  }

  /// The rows of a text; none where it was not asked for.
  func of(_ text: Text) -> ArraySlice<Int32> {
    let place = asked.place(text)
    return place < 0 ? [] : groups.of(Int(place))
  }
}
