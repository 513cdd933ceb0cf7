import Testing
import XML

@Suite struct XMLStreamTests {
  @Test func `elements, attributes, namespaces and text come in document order`() throws {
    let events = try Recorder.events(
      of: """
        <?xml version="1.0"?><!-- c --><?pi x?>
        <a xmlns="urn:a" xmlns:b="urn:b" x="1" b:y="2 &amp;amp; &#38; &lt;"><b:c/>t&#228;<![CDATA[<&]]>\
        <!-- gone -->!</a>
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
}
