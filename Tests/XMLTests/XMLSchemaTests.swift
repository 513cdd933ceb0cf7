import Foundation
import Testing
import XML

@Suite struct XMLSchemaTests {
  @Test(arguments: [
    ("<rows><row>1.5</row><row>2</row></rows>", []),
    (
      """
      <rows xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
      xsi:noNamespaceSchemaLocation='http://localhost:1/x.xsd'><row>1</row></rows>
      """, []
    ),
    (
      "<rows>\n<row>x</row>\n<row>1</row>\n<other/></rows>",
      [
        "2: Element 'row': 'x' is not a valid value of the atomic type 'xs:decimal'.",
        "4: Element 'other': This element is not expected. Expected is ( row ).",
      ]
    ),
    (
      "<rows>\n<row>1</rows>",
      ["2: not well-formed: Opening and ending tag mismatch: row line 2 and rows"]
    ),
    ("", ["1: the document is empty"]),
    (
      "<!DOCTYPE rows [\n<!ENTITY x 'y'>]><rows>&x;</rows>",
      ["1: has a document type declaration, which is refused"]
    ),
  ])
  func `what is wrong with a file is listed`(text: String, expected: [String]) throws {
    #expect(try violations(of: text).map(\.description) == expected)
  }

  @Test func `no more than fifty violations are listed`() throws {
    let text = "<rows>" + String(repeating: "<row>x</row>\n", count: 1000) + "</rows>"
    let found = try violations(of: text)
    #expect(found.count == 50)
    #expect(found.last?.line == 50)
  }

  @Test(arguments: [
    ("", "1: is no XML Schema"),
    ("<a/>", "1: The XML document 'in_memory_buffer' is not a schema document."),
    ("<a", "1: Couldn't find end of Start Tag a line 1"),
    (
      rowsSchema.replacingOccurrences(of: "xs:decimal", with: "xs:number"),
      """
      5: element decl. 'row', attribute 'type': The QName value \
      '{http://www.w3.org/2001/XMLSchema}number' does not resolve to a(n) type definition.
      """
    ),
    (
      rowsSchema.replacingOccurrences(
        of: "<xs:element name=\"rows",
        with: "<xs:include schemaLocation=\"/etc/passwd\"/><xs:element name=\"rows"),
      """
      2: Element '{http://www.w3.org/2001/XMLSchema}include': Failed to parse the XML resource \
      '/etc/passwd'.
      """
    ),
  ])
  func `a schema that is none is refused`(text: String, message: String) {
    let error = #expect(throws: XMLSchema.CompileError.self) {
      _ = try XMLSchema(Array(text.utf8))
    }
    #expect(error?.description == "the schema is wrong: \(message)")
  }

  @Test func `a file that is not there is said`() throws {
    let rules = try XMLSchema(Array(rowsSchema.utf8))
    let error = #expect(throws: XMLReadError.self) {
      _ = try rules.validate(fileAt: "/nowhere.xml")
    }
    #expect(error?.description == "/nowhere.xml: No such file or directory")
  }
}

let rowsSchema = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:element name="rows">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="row" type="xs:decimal" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>
    </xs:element>
  </xs:schema>
  """

private func violations(of text: String) throws -> [SchemaViolation] {
  try withTemporaryFolder { folder in
    let path = folder + "/x.xml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try XMLSchema(Array(rowsSchema.utf8)).validate(fileAt: path)
  }
}
