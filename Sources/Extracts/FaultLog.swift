internal import Invoicing

/// What is wrong with an extract so far.
struct FaultLog {
  /// Whether bad rows are set aside.
  let quarantine: Bool
  private(set) var cells: [BadCell] = []
  /// How many there are beyond `cells`.
  private(set) var more = 0
  private(set) var rejected: [RejectedRow] = []

  /// How many an error shows.
  static let limit = 50

  init(quarantine: Bool) { self.quarantine = quarantine }

  /// Takes a fault down; the cell is made only if it will be shown.
  mutating func add(_ cell: @autoclosure () -> BadCell) {
    if cells.count < Self.limit { cells.append(cell()) } else { more += 1 }
  }

  mutating func reject(_ row: RejectedRow) { rejected.append(row) }
}
