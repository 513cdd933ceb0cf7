internal import Invoicing

@testable internal import Extracts
@testable internal import XML

extension UBLInvoice {
  /// A document that says what this one says.
  func written() throws(XMLWriteError) -> [UInt8] {
    var xml = XMLWriter()
    switch kind {
    case .invoice: try xml.startElement("Invoice", defaultNamespace: UBLNamespace.invoice)
    case .creditNote: try xml.startElement("CreditNote", defaultNamespace: UBLNamespace.creditNote)
    }
    try xml.basic("ID", number)
    try xml.basic("IssueDate", issueDate)
    if kind == .invoice { try xml.basic("DueDate", dueDate) }
    try xml.basic("DocumentCurrencyCode", currency)
    try xml.party("AccountingSupplierParty", seller)
    try xml.party("AccountingCustomerParty", buyer)
    if kind == .creditNote {
      try xml.aggregate("PaymentMeans") { xml throws(XMLWriteError) in
        try xml.basic("PaymentDueDate", dueDate)
      }
    }
    try xml.aggregate("TaxTotal") { xml throws(XMLWriteError) in
      try xml.basic("TaxAmount", vat, currency: currency)
    }
    try xml.aggregate("LegalMonetaryTotal") { xml throws(XMLWriteError) in
      try xml.basic("TaxExclusiveAmount", net)
      try xml.basic("TaxInclusiveAmount", gross)
    }
    try xml.endElement()
    return try xml.finish()
  }
}

extension XMLWriter {
  fileprivate mutating func basic(
    _ name: StaticString, _ text: String?, currency: String? = nil
  ) throws(XMLWriteError) {
    guard let text else { return }
    try startElement(name, defaultNamespace: UBLNamespace.basic)
    if let currency { try attribute("currencyID", currency) }
    try self.text(text)
    try endElement()
  }

  fileprivate mutating func aggregate(
    _ name: StaticString, _ inside: (inout XMLWriter) throws(XMLWriteError) -> Void
  ) throws(XMLWriteError) {
    try startElement(name, defaultNamespace: UBLNamespace.aggregate)
    try inside(&self)
    try endElement()
  }

  fileprivate mutating func party(
    _ name: StaticString, _ party: UBLParty
  ) throws(XMLWriteError) {
    try aggregate(name) { xml throws(XMLWriteError) in
      try xml.aggregate("Party") { xml throws(XMLWriteError) in
        try xml.basic("EndpointID", party.endpoint)
        try xml.named("PartyIdentification", "ID", party.identification)
        try xml.named("PartyName", "Name", party.name)
        try xml.aggregate("PartyTaxScheme") { xml throws(XMLWriteError) in
          try xml.basic("CompanyID", party.vatNumber)
          try xml.named("TaxScheme", "ID", "VAT")
        }
        try xml.named("PartyLegalEntity", "RegistrationName", party.registrationName)
        try xml.named("PartyLegalEntity", "CompanyID", party.legalID)
      }
    }
  }

  private mutating func named(
    _ outer: StaticString, _ inner: StaticString, _ text: String?
  ) throws(XMLWriteError) {
    try aggregate(outer) { xml throws(XMLWriteError) in try xml.basic(inner, text) }
  }
}
