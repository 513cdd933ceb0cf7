import Foundation
import Testing
import XML

@Suite struct EncodingTests {
  private static let declared = "<?xml version='1.0' encoding='"

  @Test(
    arguments: [
      ("UTF-8", .utf8, []),
      ("utf-8", .utf8, [0xEF, 0xBB, 0xBF]),
      ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]),
      ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
      ("UTF-16LE", .utf16LittleEndian, []),
      ("UTF-16BE", .utf16BigEndian, []),
      ("ISO-8859-1", .isoLatin1, []),
      ("iso-8859-15", .isoLatin1, []),
      ("Windows-1252", .windowsCP1252, []),
      ("windows-1252", .windowsCP1252, []),
    ] as [(String, String.Encoding, [UInt8])])
  func `an encoding is read, whatever the length and the pieces`(
    name: String, encoding: String.Encoding, mark: [UInt8]
  ) throws {
    for length in [1, 100, 40_000] {
      let text = String(repeating: "Åkeri & Söner, ", count: length)
      let document =
        "\(Self.declared)\(name)'?>\n<a b='å'>"
        + text.replacingOccurrences(of: "&", with: "&amp;") + "</a>"
      let data = try #require(document.data(using: encoding))
      let expected = [#"<a b="å""#, text.debugDescription, ">a"]
      for size in [1, 3, 4096, 70_001, Int.max] where size > 1 || length < 1000 {
        #expect(try events(of: mark + data, inPiecesOf: size) == expected)
      }
    }
  }

  @Test func `US-ASCII is read`() throws {
    let document = "\(Self.declared)US-ASCII'?><a>plain</a>"
    #expect(try Recorder.events(of: document) == ["<a", #""plain""#, ">a"])
  }

  @Test func `Windows-1252 has a euro and quotes`() throws {
    let document = Array("\(Self.declared)windows-1252'?><a>".utf8) + [0x80, 0x93]
    #expect(try Recorder.events(of: document + Array("</a>".utf8)) == ["<a", #""€“""#, ">a"])
  }

  /// Long enough for libxml2 to see the cut: shorter pieces are put together.
  @Test func `where a document is cut changes nothing`() throws {
    let part = """
      <b x='1>2' y="it's"><!-- <c ' --><![CDATA[ <d " > ]]]><?p <e '?>å&amp;&#228;</b
       ><p:f xmlns:p="u:>"\n p:g='"'/>
      """
    let whole = Array(("<a>" + String(repeating: part, count: 100) + "</a>").utf8)
    let expected = try Recorder.events(of: whole)
    #expect(expected.count == 502)
    for cut in 5000..<5000 + part.utf8.count {
      var recorder = Recorder()
      var stream = XMLStream()
      let head = whole[..<cut]
      try stream.feed(head.span, to: &recorder)
      let tail = whole[cut...]
      try stream.feed(tail.span, to: &recorder)
      try stream.finish(to: &recorder)
      #expect(recorder.lines == expected, "cut at \(cut)")
    }
  }

  private func events(of bytes: [UInt8], inPiecesOf size: Int) throws -> [String] {
    var recorder = Recorder()
    var stream = XMLStream()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(size)
      try stream.feed(piece.span, to: &recorder)
      rest = rest.dropFirst(size)
    }
    try stream.finish(to: &recorder)
    return recorder.lines
  }
}
