import Invoicing
import Testing

@Suite struct IntentKeyTests {
  @Test(arguments: [
    ("mirror:R1:0", "R1"), ("mirror:R1:0123456789abcdef", "R1"),
    ("mirror:R1:0123456789ABCDEF", "R1"),
    ("mirror:a:b:0", "a:b"), ("mirror:mirror:R1:0:0", "mirror:R1:0"), ("mirror:%C3%B6:0", "%C3%B6"),
  ]) func `a key of its form names a received id`(key: String, id: String) {
    let bytes = Array(key.utf8)
    let range = IntentKey.receivedID(of: bytes.span)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == id)
  }

  @Test(arguments: [
    "", "mirror:", "mirror::0", "mirror:R1", "mirror:R1:", "mirror:R1:1", "mirror:R1:00",
    "mirror:R1:0123456789abcde", "mirror:R1:0123456789abcdeg", "mirror:R1:0123456789abcdef0",
    "MIRROR:R1:0", "xmirror:R1:0", "mirror", "mirror:0",
  ]) func `any other key names none`(key: String) {
    #expect(IntentKey.receivedID(of: Array(key.utf8).span) == nil)
  }

  @Test(arguments: [
    ("a%3Ab", "a:b"), ("%C3%B6", "ö"), ("%c3%b6", "ö"), ("%25", "%"), ("plain", nil), ("50%", nil),
    ("a%3", nil), ("%GG", nil), ("", nil), ("a%20%", nil),
  ]) func `percents are decoded where they are whole`(text: String, decoded: String?) {
    let bytes = IntentKey.decodePercents(Array(text.utf8).span)
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == decoded)
  }
}
