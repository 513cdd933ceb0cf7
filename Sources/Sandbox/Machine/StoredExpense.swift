package import EconomyAPI

/// An expense entry as the books keep it.
package struct StoredExpense: Hashable, Sendable {
  package var entry: ExpenseEntry
  /// A mileage reimbursement, which the API cannot give.
  package var isMileage: Bool

  package init(_ entry: ExpenseEntry, isMileage: Bool) {
    self.entry = entry
    self.isMileage = isMileage
  }
}
