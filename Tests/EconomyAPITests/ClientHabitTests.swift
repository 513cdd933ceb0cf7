internal import EconomyAPI
internal import Invoicing
internal import Testing

/// Bodies as clients that other people wrote send them.
@Suite struct ClientHabitTests {
  @Test func `a .NET client leaves the declaration out and sends what is unset as zero`() throws {
    let body = """
      <client-invoice><id>0</id><invoice-nr>0</invoice-nr><foreign-id>R1</foreign-id><po-nr />\
      <client-ref><id>3</id></client-ref><your-reference></your-reference>\
      <our-reference><id>0</id></our-reference><approver><id>0</id></approver>\
      <invoice-address><address1>Gatan 1</address1></invoice-address>\
      <invoice-date>2023-04-03</invoice-date><due-date>2023-05-03</due-date>\
      <delivery-date>0001-01-01</delivery-date><currency></currency>\
      <certified>false</certified><fields /><files />\
      <rows><row><id>0</id><quantity>2</quantity><price>500</price><vat>0</vat>\
      <product><id>0</id></product></row></rows></client-invoice>
      """
    let invoice = try MessageForm.clientInvoice.decode(Array(body.utf8), as: .xml)
    #expect(invoice.foreignID == "R1")
    #expect(invoice.poNumber == "")
    #expect(invoice.clientID == 3)
    #expect(invoice.deliveryDate == nil)
    #expect(invoice.currency == nil)
    #expect(invoice.invoiceAddress?.address1 == "Gatan 1")
    #expect(invoice.files == [])
    #expect(invoice.rows?.map(\.price) == [500])
  }

  @Test func `a Ruby client leaves the root out and sends back what it has read`() throws {
    let body = """
      {"id": 12345, "foreign-id": "", "name": "John Doe", "contact": "x",
       "address": {"address1": "a", "address2": "", "zip-code": "12345"}, "payment-days": 14,
       "user": {"id": 12345}, "active": true}
      """
    let client = try MessageForm.client.decode(Array(body.utf8), as: .json)
    #expect(client.id == 12_345)
    #expect(client.name == "John Doe")
    #expect(client.foreignID == "")
    #expect(client.address?.zipCode == "12345")
    #expect(client.active == true)
  }

  @Test func `a supplier invoice is written under another root and names its supplier so`() throws {
    let body = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <supplier-invoice-writeable
          xmlns="urn:any" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <foreign-id>processed</foreign-id>
        <supplier><id>4</id></supplier>
        <deposit-account><type>BG</type><nr>1</nr></deposit-account>
        <amount>125000</amount><vat>25000</vat>
        <accounts><account>
          <account-nr>4010</account-nr><vat-code xsi:nil="true"/>
        </account></accounts>
        <client-invoice-relations>
          <client-invoice-id>12</client-invoice-id>
        </client-invoice-relations>
      </supplier-invoice-writeable>
      """
    let invoice = try MessageForm.supplierInvoice.decode(Array(body.utf8), as: .xml)
    #expect(invoice.supplierID == 4)
    #expect(invoice.amount == 125_000)
    #expect(invoice.accounts?.map(\.accountNumber) == ["4010"])
    #expect(invoice.accounts?.map(\.vatCode) == [nil])
    #expect(invoice.clientInvoiceIDs == [12])
  }

  @Test(arguments: [
    #"{"client-invoice": {"rows": [{"price": 5}, {"price": 6}]}}"#,
    #"{"rows": [{"price": "5"}, {"price": 6.0}]}"#,
    #"{"client-invoice": {"rows": {"row": [{"price": 5}, {"price": 0.6e1}]}}}"#,
    "\u{FEFF}{\"rows\":[{\"price\":5,\"quantity\":null},{\"price\":6}],\"extra\":[[{}]]}",
  ])
  func `an inner list of JSON may stand under its plural or in its element`(_ body: String) throws {
    let invoice = try MessageForm.clientInvoice.decode(Array(body.utf8), as: .json)
    #expect(invoice.rows?.map(\.price) == [5, 6])
  }

  @Test(arguments: [
    #"{"client-invoice-relations": [12, 13]}"#,
    #"{"client-invoice-relations": ["12", {"client-invoice-id": 13}]}"#,
    #"{"client-invoice-relations": {"client-invoice-id": [12, 13]}}"#,
    #"{"client-invoice-relations": [{"id": 12}, 13]}"#,
  ])
  func `relations of JSON are numbers, or what converters make of XML`(_ body: String) throws {
    let invoice = try MessageForm.supplierInvoice.decode(Array(body.utf8), as: .json)
    #expect(invoice.clientInvoiceIDs == [12, 13])
  }

  @Test(arguments: [
    #"{"client-invoices": [{"id": 1}, {"id": 2}]}"#, #"[{"id": 1}, {"id": 2}]"#,
    #"{"client-invoices": {"client-invoice": [{"id": 1}, {"id": 2}]}}"#,
  ])
  func `a list of JSON is an array, with its root or without`(_ body: String) throws {
    let list = try MessageForm.clientInvoice.decodeList(Array(body.utf8), as: .json)
    #expect(list.items.map(\.id) == [1, 2])
  }

  @Test func `white space around values of XML says nothing, in texts it does`() throws {
    let body = """
      <client-invoice><remaining>
        5
      </remaining><certified> 1 </certified><invoice-date>2023-04-03Z</invoice-date>
      <due-date>2023-04-03+02:00</due-date><notes> a
      </notes></client-invoice>
      """
    let invoice = try MessageForm.clientInvoice.decode(Array(body.utf8), as: .xml)
    #expect(invoice.remaining == 5)
    #expect(invoice.certified == true)
    #expect(invoice.dueDate == CalendarDate(year: 2023, month: 4, day: 3))
    #expect(invoice.invoiceDate == invoice.dueDate)
    #expect(invoice.notes == " a\n")
  }
}
