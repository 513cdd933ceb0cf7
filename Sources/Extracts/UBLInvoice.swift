package import Invoicing
internal import XML

/// What the head of a UBL 2.1 Invoice or CreditNote says (`extract.md`, A row's own document).
///
/// Texts are as in the document, without the white space around them; what is absent or empty is
/// nil. A credit note's amounts are as the document has them, not negated.
package struct UBLInvoice: Equatable, Sendable {
  /// By the root element alone, whatever the type code.
  package var kind: InvoiceKind
  package var number: String?
  package var issueDate: String?
  package var dueDate: String?
  package var currency: String?
  /// Without VAT.
  package var net: String?
  /// The TaxAmount of the first TaxTotal in the document's currency.
  package var vat: String?
  /// With VAT.
  package var gross: String?
  package var seller = UBLParty()
  package var buyer = UBLParty()

  /// Reads a document.
  package static func read(_ bytes: [UInt8]) throws(DocumentFault) -> Self {
    var handler = UBLHandler()
    do {
      try XMLStream.parse(bytes, into: &handler)
    } catch {
      throw DocumentFault(error)
    }
    return handler.invoice
  }
}
