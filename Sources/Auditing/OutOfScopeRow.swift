package import Invoicing

/// Received invoices that are not judged, counted and summed for a supplier.
package struct OutOfScopeRow: Equatable, Sendable {
  package enum Reason: UInt8, CodedWord {
    /// The supplier is none of the consulting companies.
    case otherSupplier
    /// Issued before the books were read from.
    case beforeCover

    package var word: StaticString {
      switch self {
      case .otherSupplier: "other-supplier"
      case .beforeCover: "before-cover"
      }
    }
  }

  package var supplier: String
  package var currency: Currency
  package var reason: Reason
  package var count = 0
  /// Minor units.
  package var gross: Int128 = 0

  package init(supplier: String, currency: Currency, reason: Reason) {
    self.supplier = supplier
    self.currency = currency
    self.reason = reason
  }
}
