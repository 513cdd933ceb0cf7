/// A row of a client invoice: `rows/row`.
package struct ClientInvoiceRow: Hashable, Sendable {
  package var id: Int64?
  package var quantity: DecimalNumber?
  /// Minor units for one.
  package var price: Int64?
  /// Percent.
  package var vat: DecimalNumber?
  /// `product/id`.
  package var productID: Int64?
  package var unit: String?
  package var description: String?
  /// `expense-entry/id`; ours.
  package var expenseEntryID: Int64?

  package init() {}
}

extension ClientInvoiceRow: WireMessage {
  package static let fields = FieldTable<Self>([
    .leaf("id", .identifier, \.id),
    .leaf("quantity", .decimal, \.quantity),
    .leaf("price", .amount, \.price),
    .leaf("vat", .percent, \.vat),
    .reference("product", \.productID),
    .leaf("unit", .text, \.unit),
    .leaf("description", .text, \.description),
    .reference("expense-entry", \.expenseEntryID),
  ])
}
