import Testing
import XML

/// A document made to hurt, and what becomes of it.
struct HostileDocument: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let verdict: String
  let make: @Sendable () -> [UInt8]

  init(_ name: String, _ verdict: String, _ make: @escaping @Sendable () -> [UInt8]) {
    testDescription = name
    self.verdict = verdict
    self.make = make
  }

  static let all = nesting + floods + lengths + entities + encodings + controls

  private static let nesting = [
    HostileDocument("a million bytes of <a>", "has elements inside each other more than 256 deep") {
      times(333_334, "<a>")
    },
    HostileDocument("256 levels", "read") { times(256, "<a>") + times(256, "</a>") },
    HostileDocument("257 levels", "has elements inside each other more than 256 deep") {
      times(257, "<a>") + times(257, "</a>")
    },
    HostileDocument("100,000 empty elements", "read") {
      bytes("<a>") + times(100_000, "<b/>") + bytes("</a>")
    },
  ]

  private static let floods = [
    HostileDocument("100,000 attributes", "has a tag longer than 262144 bytes") {
      bytes("<a") + (0..<100_000).flatMap { bytes(" a\($0)=\"\"") } + bytes("/>")
    },
    HostileDocument("20,000 attributes", "has an element with more than 512 attributes") {
      bytes("<a") + (0..<20_000).flatMap { bytes(" a\($0)=\"\"") } + bytes("/>")
    },
    HostileDocument("100,000 namespaces", "has a tag longer than 262144 bytes") {
      bytes("<a") + (0..<100_000).flatMap { bytes(" xmlns:a\($0)=\"u\"") } + bytes("/>")
    },
    HostileDocument(
      "10,000 namespaces", "has more than 512 namespace declarations in scope"
    ) {
      bytes("<a") + (0..<10_000).flatMap { bytes(" xmlns:a\($0)=\"u\"") } + bytes("/>")
    },
    HostileDocument("512 attributes on each of 100 elements", "read") {
      let tag = "<b" + (0..<512).map { " a\($0)=\"\"" }.joined() + "/>"
      return bytes("<a>") + times(100, tag) + bytes("</a>")
    },
    HostileDocument("512 namespaces in scope of 100,000 elements", "read") {
      bytes("<a" + (0..<512).map { " xmlns:a\($0)=\"u\"" }.joined() + ">")
        + times(100_000, "<a0:b/>") + bytes("</a>")
    },
    HostileDocument("one namespace on each of 100,000 elements", "read") {
      bytes("<a>") + (0..<100_000).flatMap { bytes("<a:b xmlns:a=\"u\($0)\"/>") }
        + bytes("</a>")
    },
    HostileDocument("100,000 names", "read") {
      bytes("<a>") + (0..<100_000).flatMap { bytes("<a\($0)/>") } + bytes("</a>")
    },
  ]

  private static let lengths = [
    HostileDocument("a text of 10 MB", "read") {
      bytes("<a>") + times(10_000_000, "x") + bytes("</a>")
    },
    HostileDocument("a text of more", "has a text longer than 10000000 bytes") {
      bytes("<a>") + times(10_000_001, "x") + bytes("</a>")
    },
    HostileDocument("3 MB of one letter's references", "read") {
      bytes("<a>") + times(500_000, "&#120;") + bytes("</a>")
    },
    HostileDocument("an attribute of 200 KB", "read") {
      bytes("<a b=\"") + times(200_000, "x") + bytes("\"/>")
    },
    HostileDocument("an attribute of 10 MB", "has a tag longer than 262144 bytes") {
      bytes("<a b=\"") + times(10_000_000, "x") + bytes("\"/>")
    },
    HostileDocument("a name of 1 MB", "has a tag longer than 262144 bytes") {
      bytes("<") + times(1_000_000, "a") + bytes("/>")
    },
    HostileDocument("a comment of 5 MB", "read") {
      bytes("<!--") + times(5_000_000, "x") + bytes("--><a/>")
    },
    HostileDocument("a comment of 5 MB of <", "read") {
      bytes("<a><!--") + times(5_000_000, "<") + bytes("--></a>")
    },
    HostileDocument("an instruction of 5 MB", "read") {
      bytes("<?p ") + times(5_000_000, "x") + bytes("?><a/>")
    },
    HostileDocument("a comment of 12 MB", "has a text longer than 10000000 bytes") {
      bytes("<!--") + times(12_000_000, "x") + bytes("--><a/>")
    },
    HostileDocument("an instruction of 12 MB", "has a text longer than 10000000 bytes") {
      bytes("<?p ") + times(12_000_000, "x") + bytes("?><a/>")
    },
    HostileDocument("a CDATA section of 12 MB", "has a text longer than 10000000 bytes") {
      bytes("<a><![CDATA[") + times(12_000_000, "x") + bytes("]]></a>")
    },
    HostileDocument("100,000 comments of many kinds of brackets", "read") {
      bytes("<a>") + times(100_000, "<!-- <a b='> -->") + bytes("</a>")
    },
    HostileDocument("a CDATA section of 5 MB", "read") {
      bytes("<a><![CDATA[") + times(5_000_000, "]") + bytes("]]></a>")
    },
    HostileDocument("10 MB of blanks before the root", "read") {
      bytes("<?xml version='1.0'?>") + times(10_000_000, " ") + bytes("<a/>")
    },
    HostileDocument("10 MB of blanks in a tag", "has a tag longer than 262144 bytes") {
      bytes("<a") + times(10_000_000, " ") + bytes("/>")
    },
    HostileDocument("10 MB of blanks in an end tag", "has a tag longer than 262144 bytes") {
      bytes("<a></a") + times(10_000_000, " ") + bytes(">")
    },
  ]

  private static let documentType = "has a document type declaration, which is refused"

  private static let entities = [
    HostileDocument("a billion laughs", documentType) {
      bytes("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY l0 'lol'>")
        + (1..<10).flatMap { bytes("<!ENTITY l\($0) '") + times(10, "&l\($0 - 1);") + bytes("'>") }
        + bytes("]><l>&l9;</l>")
    },
    HostileDocument("a quadratic blow-up", documentType) {
      bytes("<!DOCTYPE a [<!ENTITY b '") + times(100_000, "b") + bytes("'>]><a>")
        + times(100_000, "&b;") + bytes("</a>")
    },
    HostileDocument("an external entity", documentType) {
      bytes("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
    },
    HostileDocument("an external subset", documentType) {
      bytes("<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>")
    },
    HostileDocument("parameter entities", documentType) {
      bytes("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://localhost:1/b'> %b;]><a/>")
    },
    HostileDocument("a bare document type", documentType) { bytes("<!DOCTYPE a><a/>") },
    HostileDocument("a document type in UTF-16", documentType) {
      [0xFF, 0xFE] + "<!DOCTYPE a><a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    HostileDocument("a document type of 10 MB", documentType) {
      bytes("<!DOCTYPE a [<!ENTITY b '") + times(9_000_000, "b") + bytes("'>]><a/>")
    },
    HostileDocument("an entity in a text", "refers to the entity 'nbsp', which is refused") {
      bytes("<a>&nbsp;</a>")
    },
    HostileDocument("an entity in an attribute", "refers to the entity 'b', which is refused") {
      bytes("<a b='&b;'/>")
    },
    HostileDocument("an XInclude is just an element", "read") {
      bytes(
        "<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/passwd'/></a>")
    },
  ]

  private static let encodings = [
    HostileDocument("UTF-7", "is in an encoding that cannot be read: 'UTF-7'") {
      bytes("<?xml version='1.0' encoding='UTF-7'?>+ADw-a+AD4-+ADw-/a+AD4-")
    },
    HostileDocument("a document type in UTF-7", "is in an encoding that cannot be read: 'UTF-7'") {
      bytes("<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>")
    },
    HostileDocument(
      "UTF-16 by name, ASCII in fact",
      "not well-formed: Document labelled UTF-16 but has UTF-8 content"
    ) {
      bytes("<?xml version='1.0' encoding='UTF-16'?><a/>")
    },
    HostileDocument("UTF-8 by name, UTF-16 in fact", "read") {
      [0xFF, 0xFE]
        + "<?xml version='1.0' encoding='UTF-8'?><a/>".utf16
        .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    HostileDocument("UTF-32", "not well-formed: it does not begin with an element") {
      [0xFF, 0xFE, 0, 0] + "<a/>".unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] }
    },
    HostileDocument("EBCDIC", "not well-formed: Malformed declaration expecting version") {
      [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0x4C, 0x81, 0x61, 0x6E]
    },
    HostileDocument(
      "an encoding that nobody knows", "is in an encoding that cannot be read: 'x-none'"
    ) {
      bytes("<?xml version='1.0' encoding='x-none'?><a/>")
    },
    HostileDocument(
      "an encoding with a name of 100 KB",
      "is in an encoding that cannot be read: '\(String(repeating: "a", count: 300))'"
    ) {
      bytes("<?xml version='1.0' encoding='") + times(100_000, "a") + bytes("'?><a/>")
    },
    HostileDocument("bytes that are no UTF-8", "not well-formed: bytes that are no UTF-8") {
      bytes("<a>") + [0xFF] + bytes("</a>")
    },
    HostileDocument("an overlong <", "not well-formed: it does not begin with an element") {
      [0xC0, 0xBC] + bytes("a/>")
    },
    HostileDocument("half a UTF-16 letter", "not well-formed: it does not begin with an element") {
      [0xFF, 0xFE, 0x3C]
    },
    HostileDocument(
      "a lone surrogate in UTF-16", "not well-formed: bytes that are none in its encoding"
    ) {
      [0xFE, 0xFF, 0, 0x3C, 0, 0x61, 0, 0x3E, 0xD8, 0, 0, 0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E]
    },
    HostileDocument("nothing but a BOM", "not well-formed: it does not begin with an element") {
      [0xEF, 0xBB, 0xBF]
    },
    HostileDocument(
      "US-ASCII by name, with a letter beyond",
      "not well-formed: bytes that are none in its encoding"
    ) {
      bytes("<?xml version='1.0' encoding='US-ASCII'?><a>å</a>")
    },
  ]

  private static let controls = [
    HostileDocument("nothing", "the document is empty") { [] },
    HostileDocument("blanks", "not well-formed: it has no root element") { bytes(" \n ") },
    HostileDocument("NUL bytes", "not well-formed: it does not begin with an element") {
      Array(repeating: 0, count: 1000)
    },
    HostileDocument(
      "a NUL in a text", "not well-formed: the character U+0000, which XML does not allow"
    ) { bytes("<a>x\0y</a>") },
    HostileDocument(
      "a NUL in a tag", "not well-formed: the character U+0000, which XML does not allow"
    ) { bytes("<a\0/>") },
    HostileDocument(
      "a NUL in an attribute", "not well-formed: the character U+0000, which XML does not allow"
    ) { bytes("<a b='\0'/>") },
    HostileDocument(
      "a NUL after the root", "not well-formed: Extra content at the end of the document"
    ) { bytes("<a/>\0") },
    HostileDocument("a NUL before the root", "not well-formed: it does not begin with an element") {
      bytes("\0<a/>")
    },
    HostileDocument(
      "a reference to NUL", "not well-formed: the character U+0000, which XML does not allow"
    ) { bytes("<a>&#0;</a>") },
    HostileDocument(
      "a control character", "not well-formed: the character U+0001, which XML does not allow"
    ) { bytes("<a>\u{1}</a>") },
    HostileDocument("a picture", "not well-formed: it does not begin with an element") {
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + bytes("JFIF")
    },
    HostileDocument("two roots", "not well-formed: Extra content at the end of the document") {
      bytes("<a/><b/>")
    },
    HostileDocument("an attribute twice", "not well-formed: Attribute b redefined") {
      bytes("<a b='' b=''/>")
    },
    HostileDocument(
      "an attribute twice by two prefixes",
      "not well-formed: Namespaced Attribute b in 'u' redefined"
    ) {
      bytes("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>")
    },
    HostileDocument(
      "a prefix that is not bound", "not well-formed: Namespace prefix a on b is not defined"
    ) { bytes("<a:b/>") },
    HostileDocument(
      "a prefix bound to nothing", "not well-formed: xmlns:a: Empty XML namespace is not allowed"
    ) { bytes("<a:b xmlns:a=''/>") },
    HostileDocument("text before the root", "not well-formed: it does not begin with an element") {
      bytes("x<a/>")
    },
    HostileDocument(
      "blanks before the declaration",
      "not well-formed: XML declaration allowed only at the start of the document"
    ) { bytes(" <?xml version='1.0'?><a/>") },
    HostileDocument("XML 1.1", "read") { bytes("<?xml version='1.1'?><a/>") },
    HostileDocument("a namespace that is relative", "read") { bytes("<a xmlns='b'/>") },
    HostileDocument("a namespace that is no URI", "read") { bytes("<a xmlns=':::%%'/>") },
  ]
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// By doubling: a loop over ten million letters takes long in a debug build.
private func times(_ count: Int, _ text: String) -> [UInt8] {
  let length = count * text.utf8.count
  var all = Array(text.utf8)
  while all.count < length { all += all }
  return Array(all.prefix(length))
}
