package import Invoicing

/// A line of a source, and of the mirror made of it.
package struct BilledLine: Hashable, Sendable {
  /// Its kind is `expense` where it has an entry; that it is mileage the entry tells.
  package var line: InvoiceLine
  package var unit: String?
  /// The entry of the supplier's books that it bills.
  package var expenseEntry: String?

  package init(line: InvoiceLine, unit: String?, expenseEntry: String?) {
    self.line = line
    self.unit = unit
    self.expenseEntry = expenseEntry
  }
}
