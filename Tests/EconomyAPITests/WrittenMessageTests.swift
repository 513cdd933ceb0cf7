internal import EconomyAPI
internal import Invoicing
internal import Testing

/// The bytes of an invoice, to the letter, in both formats.
@Suite struct WrittenMessageTests {
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <client-invoice>
      <id>12</id>
      <invoice-nr>1007</invoice-nr>
      <credit-invoices>
        <client-invoice>
          <id>15</id>
        </client-invoice>
      </credit-invoices>
      <foreign-id>R-17</foreign-id>
      <client-ref>
        <id>3</id>
      </client-ref>
      <our-reference>
        <id>0</id>
      </our-reference>
      <invoice-date>2023-04-03</invoice-date>
      <period>
        <start-date>2023-04-01</start-date>
        <end-date>2023-04-30</end-date>
      </period>
      <currency>SEK</currency>
      <certified>true</certified>
      <remaining>187500</remaining>
      <files>
        <file>
          <filename>kvitto.pdf</filename>
          <data>00ff10</data>
        </file>
      </files>
      <rows>
        <row>
          <quantity>1.50</quantity>
          <price>100000</price>
          <vat>25</vat>
          <description>Arbete &amp; resa</description>
        </row>
      </rows>
    </client-invoice>

    """

  @Test func `a client invoice in XML`() {
    #expect(written(invoice, as: .xml) == Self.xml)
  }

  @Test func `a client invoice in JSON`() {
    let text = """
      {"client-invoice":{"id":12,"invoice-nr":1007,"credit-invoices":[{"id":15}],\
      "foreign-id":"R-17","client-ref":{"id":3},"our-reference":{"id":0},\
      "invoice-date":"2023-04-03",\
      "period":{"start-date":"2023-04-01","end-date":"2023-04-30"},"currency":"SEK",\
      "certified":true,"remaining":187500,\
      "files":[{"filename":"kvitto.pdf","data":"00ff10"}],\
      "rows":[{"quantity":1.50,"price":100000,"vat":25,"description":"Arbete & resa"}]}}
      """
    #expect(written(invoice, as: .json) == text)
  }

  @Test func `relations and postings in both formats`() {
    var invoice = SupplierInvoice()
    invoice.accounts = [.sample]
    invoice.clientInvoiceIDs = [12, 13]
    #expect(
      String(decoding: MessageForm.supplierInvoice.encode(invoice, as: .json), as: UTF8.self)
        == """
        {"supplier-invoice":{"accounts":[{"id":2,"account-nr":4010,"vat-code":"48",\
        "amount":100000}],"client-invoice-relations":[12,13]}}
        """)
    let xml = String(decoding: MessageForm.supplierInvoice.encode(invoice, as: .xml), as: UTF8.self)
    #expect(
      xml.contains(
        """
          <client-invoice-relations>
            <client-invoice-id>12</client-invoice-id>
            <client-invoice-id>13</client-invoice-id>
          </client-invoice-relations>
        """))
  }

  @Test func `a list carries its page in XML`() {
    let list = MessageList([APIUser()], page: ListPage(offset: 0, limit: 1, size: 2))
    #expect(
      String(decoding: MessageForm.user.encode(list, as: .xml), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <users offset="0" limit="1" size="2">
          <user/>
        </users>

        """)
    #expect(
      String(decoding: MessageForm.user.encode(list, as: .json), as: UTF8.self)
        == #"{"users":[{}]}"#)
  }

  @Test(arguments: [
    ("1007", #"{"client-invoice":{"invoice-nr":1007}}"#),
    ("0", #"{"client-invoice":{"invoice-nr":0}}"#),
    ("007", #"{"client-invoice":{"invoice-nr":"007"}}"#),
    ("F-1", #"{"client-invoice":{"invoice-nr":"F-1"}}"#),
  ])
  func `an invoice's number is a number where it is one`(_ number: String, _ text: String) {
    var invoice = ClientInvoice()
    invoice.invoiceNumber = number
    #expect(written(invoice, as: .json) == text)
  }

  @Test(arguments: [
    (WireFormat.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<deleted/>\n"),
    (.json, #"{"deleted":{}}"#),
  ])
  func `a delete is answered by an empty element`(_ format: WireFormat, _ text: String) {
    #expect(
      String(decoding: MessageForm.deleted.encode(APIDeleted(), as: format), as: UTF8.self) == text)
  }

  private func written(_ invoice: ClientInvoice, as format: WireFormat) -> String {
    String(decoding: MessageForm.clientInvoice.encode(invoice, as: format), as: UTF8.self)
  }

  private var invoice: ClientInvoice {
    var invoice = ClientInvoice()
    invoice.id = 12
    invoice.invoiceNumber = "1007"
    invoice.creditInvoices = [15]
    invoice.foreignID = "R-17"
    invoice.clientID = 3
    invoice.ourReferenceID = 0
    invoice.invoiceDate = CalendarDate(year: 2023, month: 4, day: 3)
    if let start = CalendarDate(year: 2023, month: 4, day: 1) {
      invoice.period = .days(start, start.adding(days: 29))
    }
    invoice.currency = "SEK"
    invoice.certified = true
    invoice.remaining = 187_500
    invoice.files = [APIFile(filename: "kvitto.pdf", data: [0, 255, 16])]
    var row = ClientInvoiceRow()
    row.quantity = DecimalNumber(digits: 150, places: 2)
    row.price = 100_000
    row.vat = DecimalNumber(digits: 25)
    row.description = "Arbete & resa"
    invoice.rows = [row]
    return invoice
  }
}
