/// Why no plan is drawn from an audit.
package enum NoPlan: Error, Equatable {
  /// So many rows were set aside: what they say is not known.
  case quarantined(rows: Int)
  /// The tool is wrong, not the books.
  case unbalanced
}

extension NoPlan: CustomStringConvertible {
  package var description: String {
    switch self {
    case .quarantined(let rows):
      "no repair plan is drawn: \(rows) bad \(rows == 1 ? "row was" : "rows were") set aside, and "
        + "what \(rows == 1 ? "it says" : "they say") is not known"
    case .unbalanced:
      "no repair plan is drawn: the tie-out does not balance, so the tool is wrong, not the books"
    }
  }
}
