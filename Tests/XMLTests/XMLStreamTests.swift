import Foundation
import Testing
import XML

@Suite struct XMLStreamTests {
  @Test func `elements, attributes, namespaces and text come in document order`() throws {
    let events = try Recorder.events(
      of: """
        <?xml version="1.0"?><!-- c --><?pi x?>
        <a xmlns="urn:a" xmlns:b="urn:b" x="1" b:y="2 &amp;amp; &#38; &lt;"><b:c/>\
        t&#228;<![CDATA[<&]]><!-- gone -->!</a>
        """)
    #expect(
      events == [
        #"<{urn:a}a x="1" {urn:b}y="2 &amp; & <""#,
        "<{urn:b}c",
        ">{urn:b}c",
        #""tä<&!""#,
        ">{urn:a}a",
      ])
  }

  /// As in `UBL-Invoice-2.0-Example-NS1.xml` to `NS4.xml` of OASIS.
  @Test(arguments: [
    "<Invoice xmlns='i' xmlns:cac='a' xmlns:cbc='b'><cac:Party><cbc:ID s='1'/></cac:Party>"
      + "</Invoice>",
    "<i:Invoice xmlns:i='i' xmlns='b' xmlns:q='a'><q:Party><ID s='1'/></q:Party></i:Invoice>",
    "<x:Invoice xmlns:x='i'><Party xmlns='a'><ID xmlns='b' s='1'/></Party></x:Invoice>",
    "<Bob:Invoice xmlns:Bob='i'><Bob:Party xmlns:Bob='a'><Bob:ID xmlns:Bob='b' s='1'/></Bob:Party>"
      + "</Bob:Invoice>",
  ])
  func `prefixes do not matter`(document: String) throws {
    #expect(
      try Recorder.events(of: document) == [
        "<{i}Invoice", "<{a}Party", #"<{b}ID s="1""#, ">{b}ID", ">{a}Party", ">{i}Invoice",
      ])
  }

  @Test func `a default namespace can be taken back`() throws {
    let document = "<a xmlns='u'><b xmlns=''/><c/></a>"
    let events = ["<{u}a", "<b", ">b", "<{u}c", ">{u}c", ">{u}a"]
    #expect(try Recorder.events(of: document) == events)
  }

  @Test func `line ends and blanks of attributes are normalised, references are not`() throws {
    let events = try Recorder.events(of: "<a b='1\t2\n3&#9;4&#10;5'>x\r\ny\rz&#13;</a>")
    #expect(events == [#"<a b="1 2 3\t4\n5""#, #""x\ny\nz\r""#, ">a"])
  }

  @Test func `an element says its name, its attributes and its line`() throws {
    var probe = Probe()
    try XMLStream.parse(
      Array("<a>\n<b xmlns:p='u'\n x='1' p:x='2' y=''/></a>".utf8), into: &probe)
    #expect(
      probe.seen == [
        "named", "line 3", "x=1", "p:x=2", "y=", "no z", "no q:x", "x is 1", "p:x is not 1",
      ])
  }

  @Test func `a handler that is done is called no more, and the rest is not judged`() throws {
    var recorder = Recorder()
    recorder.last = "<b"
    try XMLStream.parse(Array("<a><b><c></wrong>".utf8), into: &recorder)
    #expect(recorder.lines == ["<a", "<b"])
  }

  @Test func `what a handler throws comes out, and nothing is called after`() throws {
    var thrower = Thrower()
    let document = Array("<a><b/><b/></wrong>".utf8)
    #expect(throws: Thrower.Enough(count: 2)) {
      try XMLStream.parse(document, into: &thrower)
    }
    #expect(thrower.count == 2)
  }

  @Test func `a file is read to where the handler is done`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/x.xml"
      let blanks = String(repeating: " ", count: 300_000)
      try "<a>\(blanks)<b/>\(blanks)</wrong>".write(
        toFile: path, atomically: false, encoding: .utf8)
      var recorder = Recorder()
      recorder.last = "<b"
      try XMLStream.parse(fileAt: path, into: &recorder)
      #expect(recorder.lines == ["<a", blanks.debugDescription, "<b"])
      let error = #expect(throws: XMLReadError.self) {
        try XMLStream.parse(fileAt: folder, into: &recorder)
      }
      #expect(error?.description == "\(folder): Is a directory")
    }
  }

  /// Reasons and places.
  @Test(arguments: [
    ("", "1:1: the document is empty"),
    (
      "<a>\n  <b></c>\n</a>",
      "2:10: not well-formed: Opening and ending tag mismatch: b line 2 and c"
    ),
    ("<a>\n\n<b x=1/></a>", "3:6: not well-formed: AttValue: \" or ' expected"),
    ("<a>\n&eur;</a>", "2:6: refers to the entity 'eur', which is refused"),
    ("<a>\u{2}</a>", "1:4: not well-formed: the character U+0002, which XML does not allow"),
    ("\n<!DOCTYPE a><a/>", "2:12: has a document type declaration, which is refused"),
    ("<a>\n<b>\n", "2:4: not well-formed: it ends before its root element does"),
    ("<a/>\n<a/>", "2:1: not well-formed: Extra content at the end of the document"),
    ("<a>]]></a>", "1:4: not well-formed: Sequence ']]>' not allowed in content"),
  ])
  func `an error says what is wrong and where`(document: String, message: String) throws {
    let error = #expect(throws: XMLError.self) {
      try Recorder.events(of: document)
    }
    #expect(error?.description == message)
  }
}

/// Looks at one element in all ways that there are.
private struct Probe: XMLHandler {
  var seen: [String] = []

  mutating func startElement(_ element: borrowing XMLElement) {
    guard element.isNamed("b", in: "") else { return }
    let attributes = element.attributes.count == 3
    #expect(attributes && element.localName == "b" && element.localName != "c")
    #expect(!element.isNamed("b", in: "u") && !element.isNamed("bb", in: ""))
    seen = ["named", "line \(element.line)"]
    seen.append("x=\(element.attributes["x"] ?? "none")")
    seen.append("p:x=\(element.attributes.value(of: "x", in: "u") ?? "none")")
    seen.append("y=\(element.attributes["y"] ?? "none")")
    seen.append(element.attributes["z"] ?? "no z")
    seen.append(element.attributes.value(of: "x", in: "v") ?? "no q:x")
    seen.append(element.attributes.withValue(of: "x") { $0 == "1" } == true ? "x is 1" : "")
    let other = element.attributes.withValue(of: "x", in: "u") { $0 == "1" }
    seen.append(other == false ? "p:x is not 1" : "")
  }

  mutating func text(_ text: borrowing XMLBytes) {}
  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {}
}

/// Throws at the second element.
private struct Thrower: XMLHandler {
  struct Enough: Error, Equatable {
    let count: Int
  }

  var count = 0

  mutating func startElement(_ element: borrowing XMLElement) throws {
    count += 1
    if count == 2 { throw Enough(count: count) }
  }

  mutating func text(_ text: borrowing XMLBytes) {}
  mutating func endElement(localName: borrowing XMLBytes, namespace: borrowing XMLBytes) {}
}
