package import EconomyAPI

/// A company whose books the sandbox keeps.
package struct CompanyState: Hashable, Sendable {
  package var info: CompanyInfo
  /// Whether the token opens its books; those of another stay as they are.
  package var isServed: Bool
  /// The number that the next invoice gets.
  package var nextInvoiceNumber: Int64

  package init(info: CompanyInfo, isServed: Bool = true, nextInvoiceNumber: Int64 = 1001) {
    self.info = info
    self.isServed = isServed
    self.nextInvoiceNumber = nextInvoiceNumber
  }
}
