/// Which elements of the API hold what the system has no field for.
package struct FieldPlaces: Hashable, Sendable {
  /// Of the client invoice: the received invoice's id.
  package var mirrorOf = "foreign-id"
  /// Of the supplier invoice: the word `processed`.
  package var processed = "foreign-id"
  /// Of the source: the foreign id of the client in the group's books.
  package var endCustomer = "po-nr"

  package init() {}

  static let ofClientInvoice = ["foreign-id", "notes", "po-nr", "your-reference"]
  static let ofSupplierInvoice = ["foreign-id", "our-reference", "po-nr", "your-reference"]
}
