package import Invoicing

/// What an employee laid out: `expense`.
///
/// A mileage reimbursement answers 501 instead.
package struct ExpenseEntry: Hashable, Sendable {
  package var id: Int64?
  package var date: CalendarDate?
  package var description: String?
  /// Minor units.
  package var amount: Int64?
  package var vat: Int64?
  package var currency: String?
  package var files: [APIFile]?

  package init() {}
}

extension ExpenseEntry: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("date", .date, \.date),
    .leaf("description", .text, \.description),
    .leaf("amount", .amount, \.amount),
    .leaf("vat", .amount, \.vat),
    .leaf("currency", .currency, \.currency),
    .list("files", of: "file", \.files),
  ])
}
