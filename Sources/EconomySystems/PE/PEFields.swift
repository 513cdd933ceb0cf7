/// Which fields of its messages hold what the API has no field for.
package struct PEFields: Hashable, Sendable {
  /// Of a client invoice of the group: the id of the received invoice that it mirrors.
  package var mirrorOf: PEClientField
  /// Of a supplier invoice: the word `processed`.
  package var processed: PESupplierField
  /// Of a source: the `foreign-id` of the end customer in the group's books.
  package var endCustomer: PEClientField

  package init(
    mirrorOf: PEClientField = .foreignID, processed: PESupplierField = .foreignID,
    endCustomer: PEClientField = .poNumber
  ) {
    self.mirrorOf = mirrorOf
    self.processed = processed
    self.endCustomer = endCustomer
  }

  /// What stands in the field of a processed invoice.
  static let processedWord = "processed"
}
