import Testing

/// One invoice and one credit note in UBL, with prefixes of some style.
struct UBLText: CustomTestStringConvertible, Sendable {
  /// The prefixes of the root's, the aggregates' and the basic components' namespaces; empty: it
  /// is the default namespace.
  var root: String
  var aggregate: String
  var basic: String

  static let styles = [
    UBLText(root: "", aggregate: "cac", basic: "cbc"),
    UBLText(root: "Bob", aggregate: "Sally", basic: "Harry"),
    UBLText(root: "inv", aggregate: "", basic: "b"),
    UBLText(root: "cbc", aggregate: "a", basic: ""),
    UBLText(root: "", aggregate: "cbc", basic: "cac"),
  ]

  var testDescription: String { "\(root)|\(aggregate)|\(basic)" }

  var invoice: String { text("Invoice", "<b:DueDate>2023-05-03</b:DueDate>", "") }

  var creditNote: String {
    text(
      "CreditNote", "<b:DueDate>2023-01-01</b:DueDate>",
      "<a:PaymentMeans><b:PaymentDueDate>2023-06-03</b:PaymentDueDate></a:PaymentMeans>")
  }

  private func text(_ name: String, _ dueDate: String, _ payment: String) -> String {
    let plain = """
      <r:\(name)\(declaration(root, "\(name)-2"))\(declaration(aggregate, Self.aggregates))\
      \(declaration(basic, Self.basics))>
        <b:ID> N-1
      </b:ID><b:ID>N-2</b:ID>
        <b:IssueDate>2023-04-03</b:IssueDate>\(dueDate)
        <b:InvoiceTypeCode>381</b:InvoiceTypeCode>
        <b:DocumentCurrencyCode>SEK</b:DocumentCurrencyCode>
        <a:AccountingSupplierParty>\(party("SELLER-1"))</a:AccountingSupplierParty>
        <a:AccountingCustomerParty>\(party("BUYER-1"))</a:AccountingCustomerParty>
        \(payment)
        <a:TaxTotal><b:TaxAmount currencyID="EUR">22.00</b:TaxAmount></a:TaxTotal>
        <a:TaxTotal><b:TaxAmount currencyID="SEK">250.00</b:TaxAmount>
          <a:TaxSubtotal><b:TaxAmount currencyID="SEK">1.00</b:TaxAmount></a:TaxSubtotal>
        </a:TaxTotal>
        <a:TaxTotal><b:TaxAmount currencyID="SEK">3.00</b:TaxAmount></a:TaxTotal>
        <a:LegalMonetaryTotal>
          <b:LineExtensionAmount currencyID="SEK">999.00</b:LineExtensionAmount>
          <b:TaxExclusiveAmount currencyID="SEK">1000.00</b:TaxExclusiveAmount>
          <b:TaxInclusiveAmount currencyID="SEK">1250.50</b:TaxInclusiveAmount>
          <b:PayableRoundingAmount currencyID="SEK">0.50</b:PayableRoundingAmount>
          <b:PayableAmount currencyID="SEK">1251.00</b:PayableAmount>
        </a:LegalMonetaryTotal>
      </r:\(name)>
      """
    return prefixed(plain)
  }

  private func party(_ id: String) -> String {
    """
    <a:Party><b:EndpointID>E</b:EndpointID>
    <a:PartyIdentification><b:ID/></a:PartyIdentification>
    <a:PartyIdentification><b:ID>\(id)</b:ID></a:PartyIdentification>
    <a:PartyName><b:Name>Name</b:Name></a:PartyName>
    <a:PartyLegalEntity><b:CompanyID>C</b:CompanyID></a:PartyLegalEntity></a:Party>
    """
  }

  private func declaration(_ prefix: String, _ name: String) -> String {
    let attribute = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
    return " \(attribute)=\"urn:oasis:names:specification:ubl:schema:xsd:\(name)\""
  }

  private func prefixed(_ text: String) -> String {
    var text = text
    for (mark, prefix) in [("r:", root), ("a:", aggregate), ("b:", basic)] {
      let name = prefix.isEmpty ? "" : "\(prefix)\u{1}"
      text = text.replacing("<\(mark)", with: "<\(name)").replacing("</\(mark)", with: "</\(name)")
    }
    return text.replacing("\u{1}", with: ":")
  }

  private static let aggregates = "CommonAggregateComponents-2"
  private static let basics = "CommonBasicComponents-2"
}
