internal import EconomyAPI
internal import Testing

@Suite struct HostileBodyTests {
  @Test(arguments: [
    (WireFormat.xml, "", "line 1, column 1: the body is empty"),
    (.json, "", "line 1, column 1: the body is empty"),
    (.json, " \n ", "line 2, column 2: the body is empty"),
    (
      .xml, "<client-invoice>\n  <id>1</di>\n</client-invoice>",
      """
      line 2, column 13: not well-formed: Opening and ending tag mismatch: id line 2 and di
      """
    ),
    (
      .xml, "<!DOCTYPE x [<!ENTITY a 'b'>]><client-invoice/>",
      "line 1, column 13: has a document type declaration, which is refused"
    ),
    (
      .xml, "<invoice><id>1</id></invoice>",
      "line 1, column 9: the root is 'invoice'; 'client-invoice' was expected"
    ),
    (
      .xml, "<client-invoice>\n<id>1</id>\n<id>2</id></client-invoice>",
      "line 3, column 4: 'id' stands there twice"
    ),
    (.json, #"{"id": 1, "id": 1}"#, "line 1, column 17: 'id' stands there twice"),
    (.json, "{\n  \"id\": 1,\n}", "line 3, column 1: a name in quotes was expected"),
    (.json, "{\"id\" 1}", "line 1, column 7: ':' was expected"),
    (.json, "{\"id\": 1", "line 1, column 9: the body ends too early"),
    (.json, "{\"id\": 1]", "line 1, column 9: ',' or '}' was expected"),
    (.json, "{\"id\": ", "line 1, column 8: the body ends too early"),
    (.json, "{\"id\": 01}", "line 1, column 10: a number that JSON does not have"),
    (.json, "{\"id\": -}", "line 1, column 9: a number that JSON does not have"),
    (.json, "{\"id\": 1.}", "line 1, column 10: a number that JSON does not have"),
    (.json, "{\"id\": NaN}", "line 1, column 8: a value was expected"),
    (.json, "{\"id\": nul}", "line 1, column 8: a value was expected"),
    (.json, "{} {}", "line 1, column 4: something stands after the end of the document"),
    (
      .json, "{\"notes\": \"a\nb\"}",
      """
      line 1, column 13: a control character stands in a string; write it as \\u and four digits
      """
    ),
    (.json, #"{"notes": "\x"}"#, "line 1, column 12: an escape sequence that JSON does not have"),
    (
      .json, #"{"notes": "\ud800"}"#,
      "line 1, column 12: an escape sequence that JSON does not have"
    ),
    (
      .json, "[1]",
      "line 1, column 1: an object was expected, with the elements of 'client-invoice'"
    ),
    (
      .json, #"{"client-invoice": [1]}"#,
      "line 1, column 20: an object was expected, with the elements of 'client-invoice'"
    ),
  ])
  func `what cannot be read is refused with its place`(
    _ format: WireFormat, _ body: String, _ text: String
  ) {
    let fault = fault(of: Array(body.utf8), as: format)
    #expect(fault?.description == text)
    #expect(fault?.status == 400)
    #expect(fault?.code == "malformed")
  }

  @Test(arguments: [
    ("<id>x</id>", "id: 'x' is not an id: a whole number, 0 or greater"),
    ("<id>-1</id>", "id: '-1' is not an id: a whole number, 0 or greater"),
    ("<id/>", "id: '' is not an id: a whole number, 0 or greater"),
    (
      "<id>99999999999999999999999999</id>",
      "id: '99999999999999999999999999' is not an id: a whole number, 0 or greater"
    ),
    (
      "<remaining>1000000000000000</remaining>",
      """
      remaining: '1000000000000000' is not an amount: a whole number of minor units, smaller than \
      10^15
      """
    ),
    (
      "<rows><row/><row><price>1.5</price></row></rows>",
      """
      rows/row[2]/price: '1.5' is not an amount: a whole number of minor units, smaller than 10^15
      """
    ),
    (
      "<rows><row><quantity>1,5</quantity></row></rows>",
      """
      rows/row[1]/quantity: '1,5' is not a decimal with at most 18 digits, 12 of them behind the \
      point
      """
    ),
    (
      "<rows><row><vat>101</vat></row></rows>",
      "rows/row[1]/vat: '101' is not a percentage from 0 to 100 with at most 4 decimals"
    ),
    (
      "<currency-rate>0</currency-rate>",
      "currency-rate: '0' is not a rate: a decimal greater than 0"
    ),
    (
      "<invoice-date>2023-02-29</invoice-date>",
      "invoice-date: '2023-02-29' is not a date, YYYY-MM-DD"
    ),
    ("<created>today</created>", "created: 'today' is not a moment, YYYY-MM-DDTHH:MM:SSZ"),
    ("<certified>yes</certified>", "certified: 'yes' is not true or false"),
    ("<currency>SEKK</currency>", "currency: 'SEKK' is not a currency of ISO 4217"),
    (
      "<files><file><data>0g</data></file></files>",
      "files/file[1]/data: '0g' is not bytes in hexadecimal digits, two for each"
    ),
    (
      "<client-ref>Kund</client-ref>",
      """
      client-ref: 'Kund' is not a reference: an element with an 'id' in it
      """
    ),
    (
      "<client-ref><id>K</id></client-ref>",
      "client-ref/id: 'K' is not an id: a whole number, 0 or greater"
    ),
    ("<rows>5</rows>", "rows: '5' is not a list of 'row'"),
    ("<rows><row>5</row></rows>", "rows/row[1]: '5' is not an element with others in it"),
    (
      "<period><start-date>2023-04-02</start-date><end-date>2023-04-01</end-date></period>",
      """
      period: an object is not a period: a text, or 'start-date' and 'end-date' in that order of \
      time
      """
    ),
    (
      "<notes><b>x</b></notes>",
      """
      notes: an object is not a text (without control characters, which XML cannot carry)
      """
    ),
    (
      "<invoice-nr> </invoice-nr>",
      "invoice-nr: ' ' is not a number of an invoice or an account"
    ),
    (
      "<remaining>1234567890123456789012345678901234567890123</remaining>",
      """
      remaining: '1234567890123456789012345678901234567890…' is not an amount: a whole number of \
      minor units, smaller than 10^15
      """
    ),
  ])
  func `a value out of its range names its element`(_ inner: String, _ text: String) {
    let body = "<client-invoice>\(inner)</client-invoice>"
    let fault = fault(of: Array(body.utf8), as: .xml)
    #expect(fault?.description == text)
    #expect(fault?.status == 422)
    #expect(fault?.code == "out-of-range")
  }

  @Test(arguments: [
    (#"{"remaining": 1e400}"#, "remaining: 1e400"), (#"{"remaining": 1e99}"#, "remaining: 1e99"),
    (#"{"remaining": 0.1}"#, "remaining: 0.1"), (#"{"remaining": true}"#, "remaining: true"),
    (#"{"notes": "a\u0000b"}"#, "notes: 'a␀b'"), (#"{"notes": true}"#, "notes: true"),
    (#"{"certified": "\u009b2J"}"#, "certified: '\u{fffd}2J'"),
    (#"{"certified": 1}"#, "certified: 1"), (#"{"rows": [null]}"#, "rows/row[1]: null"),
    (#"{"credit-invoices": [{}]}"#, "credit-invoices/client-invoice[1]: an object"),
    (#"{"client-ref": []}"#, "client-ref: a list"),
  ])
  func `a value of JSON of another kind is out of range`(_ body: String, _ beginning: String) {
    let fault = fault(of: Array(body.utf8), as: .json)
    #expect(fault?.description.hasPrefix(beginning + " is not") == true)
    #expect(fault?.status == 422)
  }

  static let hostile: [([UInt8], WireFormat)] = [
    (Array("<client-invoice><notes>a\u{1}</notes></client-invoice>".utf8), .xml),
    (between("<client-invoice><notes>", [0xFF], "</notes></client-invoice>"), .xml),
    (Array("<client-invoice>&a;</client-invoice>".utf8), .xml),
    (Array(String(repeating: "<client-invoice>", count: 300).utf8), .xml),
    (between("{\"notes\": \"", [0xC3], "\"}"), .json),
    (Array(String(repeating: "[", count: 100_000).utf8), .json),
    (Array(String(repeating: "{\"a\":", count: 100_000).utf8), .json),
  ]

  private static func between(_ start: String, _ bytes: [UInt8], _ end: String) -> [UInt8] {
    Array(start.utf8) + bytes + Array(end.utf8)
  }

  @Test(arguments: hostile)
  func `hostile bodies are refused`(_ body: [UInt8], _ format: WireFormat) {
    #expect(fault(of: body, as: format)?.status == 400)
  }

  @Test func `bytes that are no UTF-8 are refused where they stand`() {
    let body = Array("{\n \"å\": \"".utf8) + [0xFF] + Array("\"}".utf8)
    #expect(fault(of: body, as: .json)?.description == "line 2, column 9: the body is not UTF-8")
  }

  @Test(arguments: [
    ("<client-invoice><a/><a/></client-invoice>", WireFormat.xml), (#"{"a": [1, 2]}"#, .json),
  ])
  func `a body that is too large is refused`(_ text: String, _ format: WireFormat) {
    let body = Array(text.utf8)
    let few = BodyLimits(bytes: 100, values: 2)
    let small = BodyLimits(bytes: 8, values: 100)
    #expect(throws: BodyFault.tooLarge(limit: 2, .values)) {
      try MessageForm.clientInvoice.decode(body, as: format, within: few)
    }
    #expect(throws: BodyFault.tooLarge(limit: 8, .bytes)) {
      try MessageForm.clientInvoice.decode(body, as: format, within: small)
    }
    #expect(BodyFault.tooLarge(limit: 8, .bytes).description == "the body has more than 8 bytes")
    #expect(BodyFault.tooLarge(limit: 8, .bytes).status == 413)
  }

  @Test(arguments: WireFormat.allCases, 0..<20)
  func `a damaged body is read or refused, and never traps`(_ format: WireFormat, _ seed: Int) {
    let whole = MessageForm.clientInvoice.encode(ClientInvoice.sample, as: format)
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<100 {
      var body = whole
      for _ in 0..<3 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(random >> 33) % body.count
        switch random >> 30 & 3 {
        case 0: body.remove(at: place)
        case 1: body.insert(UInt8(truncatingIfNeeded: random >> 20), at: place)
        case 2: body[place] = body[Int(random >> 40) % body.count]
        default: body.removeSubrange(place..<min(place + 9, body.count))
        }
      }
      guard let fault = fault(of: body, as: format) else { continue }
      #expect([400, 413, 422].contains(fault.status))
    }
  }

  private func fault(of body: [UInt8], as format: WireFormat) -> BodyFault? {
    do throws(BodyFault) {
      _ = try MessageForm.clientInvoice.decode(body, as: format)
      return nil
    } catch {
      return error
    }
  }
}
