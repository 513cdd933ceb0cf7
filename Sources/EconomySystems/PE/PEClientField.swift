internal import EconomyAPI

/// A field of free text of a client invoice; the words are those of the configuration.
package enum PEClientField: String, CaseIterable, Hashable, Sendable {
  case foreignID = "foreign-id"
  case poNumber = "po-nr"
  case yourReference = "your-reference"
  case notes

  /// Nil where nothing stands there.
  func value(in invoice: ClientInvoice) -> String? {
    let text = invoice[keyPath: path]
    return text?.isEmpty == true ? nil : text
  }

  func set(_ value: String, in invoice: inout ClientInvoice) {
    invoice[keyPath: path] = value
  }

  private var path: WritableKeyPath<ClientInvoice, String?> {
    switch self {
    case .foreignID: \.foreignID
    case .poNumber: \.poNumber
    case .yourReference: \.yourReference
    case .notes: \.notes
    }
  }
}
