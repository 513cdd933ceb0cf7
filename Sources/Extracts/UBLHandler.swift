internal import Invoicing
internal import XML

/// Follows a UBL document from element to element and keeps what `UBLInvoice` has.
///
/// Of a field that stands there several times the first text that is not empty counts.
struct UBLHandler: XMLHandler {
  private(set) var invoice = UBLInvoice(kind: .invoice)
  /// The elements that are open and matter.
  private var places: [UBLPlace] = []
  /// How many are open inside one that does not matter, itself included.
  private var ignoredDepth = 0
  private var text: [UInt8] = []
  private var taxTotals: [(currency: String?, amount: String)] = []
  private var taxTotal: (currency: String?, amount: String)?
  private var taxAmountCurrency: String?
  private var taxID: String?
  private var taxScheme: String?

  mutating func startElement(_ element: borrowing XMLElement) throws {
    guard let parent = places.last else { return try startRoot(element) }
    guard ignoredDepth == 0, let place = parent.child(element, of: invoice.kind) else {
      ignoredDepth += 1
      return
    }
    places.append(place)
    text.removeAll(keepingCapacity: true)
    switch place {
    case .taxTotal: taxTotal = nil
    case .partyTaxScheme: (taxID, taxScheme) = (nil, nil)
    case .leaf(.taxAmount): taxAmountCurrency = element.attributes["currencyID"]
    default: break
    }
  }

  mutating func text(_ text: borrowing XMLBytes) throws {
    if ignoredDepth == 0, case .leaf = places.last { text.append(to: &self.text) }
  }

  mutating func endElement(
    localName: borrowing XMLBytes, namespace: borrowing XMLBytes
  ) throws {
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch places.popLast() {
    case .leaf(let field): if let text = trimmedText { keep(text, field) }
    case .taxTotal: if let taxTotal { taxTotals.append(taxTotal) }
    case .partyTaxScheme(let side): if taxScheme == "VAT" { keepParty(taxID, side, \.vatNumber) }
    case .root: keepVAT()
    default: break
    }
  }
}

extension UBLHandler {
  private mutating func startRoot(_ element: borrowing XMLElement) throws {
    if element.isNamed("Invoice", in: UBLNamespace.invoice) {
      invoice.kind = .invoice
    } else if element.isNamed("CreditNote", in: UBLNamespace.creditNote) {
      invoice.kind = .creditNote
    } else {
      throw DocumentFault.notAnInvoice(
        root: "{\(element.namespace.string)}\(element.localName.string)")
    }
    places.append(.root)
  }

  private mutating func keep(_ text: String, _ field: UBLField) {
    switch field {
    case .number: invoice.number = invoice.number ?? text
    case .issueDate: invoice.issueDate = invoice.issueDate ?? text
    case .dueDate: invoice.dueDate = invoice.dueDate ?? text
    case .currency: invoice.currency = invoice.currency ?? text
    case .net: invoice.net = invoice.net ?? text
    case .gross: invoice.gross = invoice.gross ?? text
    case .taxAmount: taxTotal = taxTotal ?? (taxAmountCurrency, text)
    case .identification(let side): keepParty(text, side, \.identification)
    case .legalID(let side): keepParty(text, side, \.legalID)
    case .endpoint(let side): keepParty(text, side, \.endpoint)
    case .registrationName(let side): keepParty(text, side, \.registrationName)
    case .partyName(let side): keepParty(text, side, \.name)
    case .taxID: taxID = taxID ?? text
    case .taxScheme: taxScheme = taxScheme ?? text
    }
  }

  /// Where the document names no currency, as UBL 2.0 allows, any is its own.
  private mutating func keepVAT() {
    let total = taxTotals.first { invoice.currency == nil || $0.currency == invoice.currency }
    invoice.vat = total?.amount
  }

  private mutating func keepParty(
    _ text: String?, _ side: UBLSide, _ field: WritableKeyPath<UBLParty, String?>
  ) {
    switch side {
    case .seller: invoice.seller[keyPath: field] = invoice.seller[keyPath: field] ?? text
    case .buyer: invoice.buyer[keyPath: field] = invoice.buyer[keyPath: field] ?? text
    }
  }

  /// What was read since the element began, without the white space around it; nil: nothing.
  private var trimmedText: String? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return nil }
    return String(decoding: text[first...last], as: UTF8.self)
  }
}
