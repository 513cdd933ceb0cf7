package import Invoicing

/// A line of an invoice, with what only the system knows of it.
package struct SystemLine: Hashable, Sendable {
  /// Its kind is `expense` where it has an entry; that it is mileage the entry tells.
  package var line: InvoiceLine
  package var unit: String?
  package var expenseEntry: String?

  package init(line: InvoiceLine, unit: String?, expenseEntry: String?) {
    self.line = line
    self.unit = unit
    self.expenseEntry = expenseEntry
  }
}
