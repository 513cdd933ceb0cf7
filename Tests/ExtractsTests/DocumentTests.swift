import Extracts
import Foundation
import Invoicing
import Testing

/// A row's own document.
@Suite struct DocumentTests {
  static let bare = "id,status,document\n"

  @Test(arguments: UBLText.styles)
  func `a document fills the row, whatever its prefixes`(_ style: UBLText) throws {
    let extract = try ExtractOnDisk([
      "received.csv": Self.bare + "R1,open,a/x.xml\n", "a/x.xml": style.invoice,
    ])
    let books = try extract.read()
    #expect(
      books.allRows[0]
        == "[received] [SELLER-1] [2023-05-03] [open] [N-1] [invoice] [2023-04-03] [SEK] "
        .replacing("[N-1]", with: "[R1] [N-1]") + "[1000.00 250.00 0.00 1250.50] [a/x.xml] [1]")
    #expect(books.documents.map(\.path) == ["a/x.xml"])
    #expect(books.documents[0].sha256.count == 64)
  }

  @Test func `a credit note's amounts are negated and its due date is the payment's`() throws {
    let extract = try ExtractOnDisk([
      "sent.csv": Self.bare + "S1,sent,c.xml\n", "c.xml": UBLText.styles[0].creditNote,
    ])
    let books = try extract.read()
    #expect(
      books.allRows[1]
        == "[sent] [BUYER-1] [2023-06-03] [sent] [] [] [] [] - - [S1] [N-1] [credit-note] "
        + "[2023-04-03] [SEK] [-1000.00 -250.00 0.00 -1250.50] [c.xml] [1]")
  }

  @Test func `what stands in the row goes before what stands in the document`() throws {
    let extract = try ExtractOnDisk([
      "source.csv": """
      id,status,customer,net,number,kind,document
      Q1,sent,Kund K,5,,credit-note,c.xml
      Q2,sent,Kund K,,7,,c.xml

      """, "c.xml": UBLText.styles[1].invoice,
    ])
    let books = try extract.read()
    #expect(
      books.allRows.filter { $0.hasPrefix("[source]") } == [
        "[source] [SELLER-1] [Kund K] [sent] [Q1] [N-1] [credit-note] [2023-04-03] [SEK] "
          + "[5.00 250.00 0.00 1250.50] [c.xml] [1]",
        "[source] [SELLER-1] [Kund K] [sent] [Q2] [7] [invoice] [2023-04-03] [SEK] "
          + "[1000.00 250.00 0.00 1250.50] [c.xml] [2]",
      ])
    #expect(books.documents.map(\.path) == ["c.xml"])
  }

  @Test(arguments: ["Z", "+02:00", "-11:30"])
  func `a date's zone is left out`(_ zone: String) throws {
    let document = UBLText.styles[0].invoice.replacing("2023-04-03", with: "2023-04-03\(zone)")
    let extract = try ExtractOnDisk([
      "received.csv": Self.bare + "R1,open,x.xml\n", "x.xml": document,
    ])
    #expect(try extract.read().received.invoices.issueDate[0].description == "2023-04-03")
  }

  @Test(arguments: ["z", "+2:00", "+02.00", "+0200", "+0a:00", "+02:00Z", " Z"])
  func `what is no zone is no date either`(_ zone: String) throws {
    let document = UBLText.styles[0].invoice.replacing("2023-04-03", with: "2023-04-03\(zone)")
    let extract = try ExtractOnDisk([
      "received.csv": Self.bare + "R1,open,x.xml\n", "x.xml": document,
    ])
    #expect(throws: ExtractFailure.self) { try extract.read() }
  }

  @Test func `decimals have the forms of xs:decimal`() throws {
    for (text, amount) in [
      (" +1.50\n", 150), (".5", 50), ("-0", 0), ("7.", 700), ("1.23000", 123), ("-.359", nil),
      ("1,5", nil), ("1e3", nil), (".", nil),
    ] as [(String, Int64?)] {
      let xml = UBLText.styles[0].invoice.replacing(">1000.00<", with: ">\(text)<")
      let extract = try ExtractOnDisk([
        "received.csv": Self.bare + "R1,open,x.xml\n", "x.xml": xml,
      ])
      #expect((try? extract.read().received.invoices.net) == amount.map { [$0] }, "\(text)")
    }
  }

  static let bad: [(path: String, xml: String, prints: String)] = [
    (
      "none.xml", "",
      """
      received.csv:2: document: the document 'none.xml' is not there
        R1,open,none.xml
                ^^^^^^^^
        expected: a file inside the extract
      """
    ),
    (
      "/etc/passwd", "",
      """
      received.csv:2: document: the document '/etc/passwd' is not inside the extract
        R1,open,/etc/passwd
                ^^^^^^^^^^^
        expected: a path inside the extract's folder, without '..' and links that leave it
      """
    ),
    (
      "a/../x.xml", UBLText.styles[0].invoice,
      """
      received.csv:2: document: the document 'a/../x.xml' is not inside the extract
        R1,open,a/../x.xml
                ^^^^^^^^^^
        expected: a path inside the extract's folder, without '..' and links that leave it
      """
    ),
    (
      "x.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE Invoice><Invoice/>",
      """
      received.csv:2: document: the document 'x.xml' is refused at 2:18: \
      has a document type declaration, which is refused
        R1,open,x.xml
                ^^^^^
        expected: well-formed XML without a document type declaration
      """
    ),
    (
      "x.xml", "<Invoice xmlns='urn:sfti:documents:BasicInvoice:1:0'/>",
      """
      received.csv:2: document: the document 'x.xml' is no invoice but \
      {urn:sfti:documents:BasicInvoice:1:0}Invoice
        R1,open,x.xml
                ^^^^^
        expected: an Invoice or CreditNote of UBL 2.1
      """
    ),
    (
      "x.xml", "<Invoice xmlns='urn:a\u{9b}2J&#10;b&#x7f;'/>",
      """
      received.csv:2: document: the document 'x.xml' is no invoice but \
      {urn:a\u{fffd}2J\u{240a}b\u{2421}}Invoice
        R1,open,x.xml
                ^^^^^
        expected: an Invoice or CreditNote of UBL 2.1
      """
    ),
    (
      "x.xml", UBLText.styles[0].invoice.replacing(">1250.50<", with: ">1250.505<"),
      """
      received.csv:2: gross: the amount '1250.505' has more decimals than SEK has \
      (in the document 'x.xml')
        R1,open,x.xml
        expected: at most 2 decimals
      """
    ),
    (
      "x.xml", UBLText.styles[0].invoice.replacing(">1250.50<", with: "><"),
      """
      received.csv:2: gross: there is no value, nor in the document 'x.xml'
        R1,open,x.xml
        expected: digits and one '.', as in 1234.50
      """
    ),
  ]

  @Test(arguments: bad)
  func `a document that cannot be used is a bad row`(
    _ path: String, _ xml: String, _ prints: String
  ) throws {
    let extract = try ExtractOnDisk(["received.csv": Self.bare + "R1,open,\(path)\n"])
    if !xml.isEmpty { try extract.write(Array(xml.utf8), "x.xml") }
    #expect(extract.failure() == prints)
    #expect(try extract.read(quarantine: true).rejected.count == 1)
  }

  @Test func `a link that leaves the extract is refused, one inside is followed`() throws {
    let outside = try ExtractOnDisk(["x.xml": UBLText.styles[0].invoice])
    let extract = try ExtractOnDisk([
      "received.csv": Self.bare + "R1,open,out/x.xml\nR2,open,in.xml\n",
      "y.xml": UBLText.styles[0].invoice,
    ])
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: extract.path + "/out", withDestinationPath: outside.path)
    try files.createSymbolicLink(
      atPath: extract.path + "/in.xml", withDestinationPath: "y.xml")
    let books = try extract.read(quarantine: true)
    #expect(books.received.invoices.id.map { books.texts.string($0) } == ["R2"])
    #expect(books.rejected.map(\.reason).first?.contains("is not inside the extract") == true)
  }

  @Test func `a row without a document must have its own values`() throws {
    let extract = try ExtractOnDisk(["received.csv": Self.bare + "R1,open,\n"])
    let failure = extract.failure()
    #expect(failure.contains("received.csv:2: supplier: there is no value\n  R1,open,\n"))
    #expect(failure.contains("received.csv:2: gross: there is no value\n"))
  }
}
