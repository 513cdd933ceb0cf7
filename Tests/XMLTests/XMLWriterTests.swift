import Foundation
import Testing
import XML

@Suite struct XMLWriterTests {
  @Test func `a fragment has the bytes that it would have where it is added`() throws {
    func children(_ xml: inout XMLWriter) throws(XMLWriteError) {
      for id in ["R1", "R<2>"] {
        try xml.startElement("row")
        try xml.attribute("id", id)
        try xml.element("cause", "a & b")
        try xml.endElement()
      }
    }
    let whole = try written { xml throws(XMLWriteError) in
      try xml.startElement("report")
      try xml.startElement("rows")
      try children(&xml)
      try xml.endElement()
      try xml.endElement()
    }
    var fragment = XMLWriter(inside: 2)
    try children(&fragment)
    let bytes = try fragment.fragment()
    let pieced = try written { xml throws(XMLWriteError) in
      try xml.startElement("report")
      try xml.startElement("rows")
      try xml.append(fragment: bytes.span)
      try xml.endElement()
      try xml.endElement()
    }
    #expect(pieced == whole)
    #expect(whole.contains("\n    <row id=\"R&lt;2&gt;\">\n      <cause>a &amp; b</cause>\n"))
  }

  @Test func `elements are indented, those with text stay on one line`() throws {
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("report", defaultNamespace: "urn:x:1")
      try xml.attribute("version", "1")
      try xml.element("empty", "")
      try xml.startElement("rows")
      try xml.startElement("row")
      try xml.attribute("id", utf8: Array("R&1".utf8).span)
      try xml.attribute("net", "1250.00")
      try xml.text("Å <ö>")
      try xml.text(utf8: Array(" & €".utf8).span)
      try xml.endElement()
      try xml.element("row", "2")
      try xml.endElement()
      try xml.startElement("mixed")
      try xml.text("a")
      try xml.startElement("b")
      try xml.startElement("c")
      try xml.endElement()
      try xml.endElement()
      try xml.endElement()
      try xml.endElement()
    }
    #expect(
      document == """
        <?xml version="1.0" encoding="UTF-8"?>
        <report xmlns="urn:x:1" version="1">
          <empty/>
          <rows>
            <row id="R&amp;1" net="1250.00">Å &lt;ö&gt; &amp; €</row>
            <row>2</row>
          </rows>
          <mixed>a<b>
              <c/>
            </b></mixed>
        </report>

        """)
  }

  @Test func `a document in memory is that of the file`() throws {
    func write(to xml: inout XMLWriter) throws(XMLWriteError) {
      try xml.startElement("rows")
      for number in 0..<20_000 { try xml.element("row", "\(number) & more") }
      try xml.endElement()
    }
    var xml = XMLWriter()
    try write(to: &xml)
    let bytes = try xml.finish()
    #expect(bytes.count > 200_000)
    #expect(String(decoding: bytes, as: UTF8.self) == (try written(write)))
  }

  /// What is written, as text and as attribute value.
  @Test(arguments: [
    ("", "", ""),
    ("a\"b'", "a\"b'", "a&quot;b'"),
    ("]]>", "]]&gt;", "]]&gt;"),
    ("\t\n\r", "\t\n&#13;", "&#9;&#10;&#13;"),
    ("\0\u{1}\u{1F}\u{7F}", "␀␁␟␡", "␀␁␟␡"),
    ("\u{80}\u{9F}\u{D7FF}\u{E000}\u{FFFD}", "\u{80}\u{9F}\u{D7FF}\u{E000}\u{FFFD}", "same"),
    ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}", "same"),
  ])
  func `a text is written so that it can be read back`(
    text: String, inText: String, inAttribute: String
  ) throws {
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("a")
      try xml.attribute("b", text)
      try xml.text(text)
      try xml.endElement()
    }
    let attribute = inAttribute == "same" ? inText : inAttribute
    let rest = inText.isEmpty ? "/>" : ">\(inText)</a>"
    #expect(Array(document.utf8) == Array("\(head)<a b=\"\(attribute)\"\(rest)\n".utf8))
    _ = try Recorder.events(of: document)
  }

  @Test(arguments: ["&", "<", ">", "\"", "\u{7F}", "\u{1F}", "å", "\r"])
  func `a character is seen wherever it stands`(_ character: String) throws {
    let escaped = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\u{7F}": "␡", "\u{1F}": "␟",
      "\r": "&#13;",
    ]
    var expected = ""
    var xml = XMLWriter(inside: 1)
    for length in 0..<20 {
      for place in 0...length {
        let (before, after) = (
          String(repeating: "x", count: place), String(repeating: " ", count: length - place)
        )
        try xml.startElement("a")
        try xml.attribute("b", before + character + after)
        try xml.endElement()
        expected += "\n  <a b=\"\(before)\(escaped[character] ?? character)\(after)\"/>"
      }
    }
    #expect(String(decoding: try xml.fragment(), as: UTF8.self) == expected)
  }

  @Test func `an element is as far in as it is deep, and so is what is longer than the buffer`()
    throws
  {
    for depth in [1, 15_000, 20_000, 40_000] {
      var xml = XMLWriter(inside: depth)
      for value in [
        "x", String(repeating: "y", count: 65_530), String(repeating: "z", count: 70_000),
      ] {
        try xml.startElement("a")
        try xml.attribute("b", value)
        try xml.endElement()
      }
      let line = "\n" + String(repeating: "  ", count: depth)
      let expected = [("x", 1), ("y", 65_530), ("z", 70_000)].map {
        "\(line)<a b=\"\(String(repeating: $0, count: $1))\"/>"
      }
      #expect(String(decoding: try xml.fragment(), as: UTF8.self) == expected.joined())
    }
  }

  @Test(arguments: [
    ([0xFF], "\u{FFFD}"),
    ([0x61, 0xC3], "a\u{FFFD}"),
    ([0xC0, 0x80, 0x61], "\u{FFFD}a"),
    ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}a"),
    ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}"),
    ([0xE2, 0x82, 0x61, 0x80], "\u{FFFD}a\u{FFFD}"),
    ([0x80, 0xE2, 0x82, 0xAC, 0x80], "\u{FFFD}€\u{FFFD}"),
    ([0xF0, 0x9F, 0xBF, 0xBE], String(decoding: [0xF0, 0x9F, 0xBF, 0xBE], as: UTF8.self)),
  ])
  func `bytes that are no UTF-8 are replaced`(bytes: [UInt8], expected: String) throws {
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("a")
      try xml.text(utf8: bytes.span)
      try xml.endElement()
    }
    #expect(document == "\(head)<a>\(expected)</a>\n")
  }

  @Test func `a text longer than the buffer comes out whole`() throws {
    let text = String(repeating: "å<b", count: 50_000)
    let document = try written { xml throws(XMLWriteError) in
      try xml.startElement("a")
      try xml.text(text)
      try xml.text(String(repeating: "x", count: 200_000))
      try xml.endElement()
    }
    #expect(
      document == head + "<a>" + String(repeating: "å&lt;b", count: 50_000)
        + String(repeating: "x", count: 200_000) + "</a>\n")
  }

  @Test func `a descriptor is written to and left open, be it a pipe`() throws {
    let pipe = Pipe()
    var xml = XMLWriter(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, path: "standard output")
    try xml.startElement("a")
    try xml.endElement()
    try xml.close()
    try pipe.fileHandleForWriting.write(contentsOf: Data("more".utf8))
    try pipe.fileHandleForWriting.close()
    let content = try #require(try pipe.fileHandleForReading.readToEnd())
    #expect(String(decoding: content, as: UTF8.self) == "\(head)<a/>\nmore")
  }

  @Test(arguments: [
    ("/nowhere/at/all.xml", "/nowhere/at/all.xml: open: No such file or directory"),
    ("/dev/full", "/dev/full: write: No space left on device"),
  ])
  func `a file that cannot be written is said by name`(path: String, message: String) throws {
    let error = #expect(throws: XMLWriteError.self) {
      var xml = try XMLWriter(path: path)
      try xml.startElement("a")
      try xml.endElement()
      try xml.close()
    }
    #expect(error?.description == message)
  }
}

private let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/// The document that `body` writes.
func written(
  _ body: (inout XMLWriter) throws(XMLWriteError) -> Void
) throws -> String {
  try withTemporaryFolder { folder in
    var xml = try XMLWriter(path: folder + "/x.xml")
    try body(&xml)
    try xml.close()
    return String(decoding: try bytes(ofFile: folder + "/x.xml"), as: UTF8.self)
  }
}
