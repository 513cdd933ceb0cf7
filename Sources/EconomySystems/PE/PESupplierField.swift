internal import EconomyAPI

/// A field of free text of a supplier invoice; the words are those of the configuration.
package enum PESupplierField: String, CaseIterable, Hashable, Sendable {
  case foreignID = "foreign-id"
  case poNumber = "po-nr"
  case ourReference = "our-reference"
  case yourReference = "your-reference"

  func value(in invoice: SupplierInvoice) -> String? {
    invoice[keyPath: path]
  }

  func set(_ value: String, in invoice: inout SupplierInvoice) {
    invoice[keyPath: path] = value
  }

  private var path: WritableKeyPath<SupplierInvoice, String?> {
    switch self {
    case .foreignID: \.foreignID
    case .poNumber: \.poNumber
    case .ourReference: \.ourReference
    case .yourReference: \.yourReference
    }
  }
}
