internal import Invoicing
internal import XML

/// A party of an invoice.
enum UBLSide {
  case seller, buyer
}

/// A text to keep.
enum UBLField {
  case number, issueDate, dueDate, currency, net, gross
  case taxAmount
  case identification(UBLSide)
  case legalID(UBLSide)
  case endpoint(UBLSide)
  case registrationName(UBLSide)
  case partyName(UBLSide)
  case taxID, taxScheme
}

/// An element that matters, or that has one inside it that does.
///
/// Elements are known by their namespace and local name, never by their prefix.
enum UBLPlace {
  case root
  case totals, taxTotal, paymentMeans
  case side(UBLSide)
  case party(UBLSide)
  case identification(UBLSide)
  case partyName(UBLSide)
  case legalEntity(UBLSide)
  case partyTaxScheme(UBLSide)
  case taxScheme
  case leaf(UBLField)

  /// The place of an element inside this one; nil: neither it nor what is inside it matters.
  func child(_ element: borrowing XMLElement, of kind: InvoiceKind) -> UBLPlace? {
    if element.namespace == UBLNamespace.basic {
      leaf(element.localName, of: kind).map { .leaf($0) }
    } else if element.namespace == UBLNamespace.aggregate {
      aggregate(element.localName)
    } else {
      nil
    }
  }

  private func aggregate(_ name: borrowing XMLBytes) -> UBLPlace? {
    switch self {
    case .root: partOfRoot(name)
    case .side(let side) where name == "Party": .party(side)
    case .party(let side): partOfParty(name, side)
    case .partyTaxScheme where name == "TaxScheme": .taxScheme
    default: nil
    }
  }

  private func partOfRoot(_ name: borrowing XMLBytes) -> UBLPlace? {
    if name == "LegalMonetaryTotal" { return .totals }
    if name == "TaxTotal" { return .taxTotal }
    if name == "PaymentMeans" { return .paymentMeans }
    if name == "AccountingSupplierParty" { return .side(.seller) }
    if name == "AccountingCustomerParty" { return .side(.buyer) }
    return nil
  }

  private func partOfParty(_ name: borrowing XMLBytes, _ side: UBLSide) -> UBLPlace? {
    if name == "PartyIdentification" { return .identification(side) }
    if name == "PartyName" { return .partyName(side) }
    if name == "PartyTaxScheme" { return .partyTaxScheme(side) }
    if name == "PartyLegalEntity" { return .legalEntity(side) }
    return nil
  }

  private func leaf(_ name: borrowing XMLBytes, of kind: InvoiceKind) -> UBLField? {
    switch self {
    case .root: headField(name, of: kind)
    case .totals where name == "TaxExclusiveAmount": .net
    case .totals where name == "TaxInclusiveAmount": .gross
    case .taxTotal where name == "TaxAmount": .taxAmount
    case .paymentMeans where name == "PaymentDueDate" && kind == .creditNote: .dueDate
    case .party(let side) where name == "EndpointID": .endpoint(side)
    case .identification(let side) where name == "ID": .identification(side)
    case .partyName(let side) where name == "Name": .partyName(side)
    case .legalEntity(let side) where name == "CompanyID": .legalID(side)
    case .legalEntity(let side) where name == "RegistrationName": .registrationName(side)
    case .partyTaxScheme where name == "CompanyID": .taxID
    case .taxScheme where name == "ID": .taxScheme
    default: nil
    }
  }

  private func headField(_ name: borrowing XMLBytes, of kind: InvoiceKind) -> UBLField? {
    if name == "ID" { return .number }
    if name == "IssueDate" { return .issueDate }
    if name == "DueDate", kind == .invoice { return .dueDate }
    if name == "DocumentCurrencyCode" { return .currency }
    return nil
  }
}

/// The namespaces of UBL 2.1.
enum UBLNamespace {
  static let invoice: StaticString = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  static let creditNote: StaticString =
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
  static let aggregate: StaticString =
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  static let basic: StaticString =
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
}
