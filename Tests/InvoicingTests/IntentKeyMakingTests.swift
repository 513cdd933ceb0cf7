import Invoicing
import Testing

@Suite struct IntentKeyMakingTests {
  @Test(arguments: [
    ("R1", [], "mirror:R1:0"),
    ("R1", ["S1"], "mirror:R1:3696ad59777e09d5"),
    ("R1", ["S1", "S2"], "mirror:R1:fc7c4adc62d1bbcd"),
    ("R1", ["S2", "S1", "S2"], "mirror:R1:fc7c4adc62d1bbcd"),
    ("R1", ["9", "10"], "mirror:R1:aed961c3ff211676"),
    ("a:b ö", ["ö"], "mirror:a:b ö:6dbd11fd012e225b"),
  ]) func `a key names the invoice and its dead, sorted by bytes`(
    id: String, dead: [String], key: String
  ) {
    #expect(IntentKey.key(receivedID: id, dead: dead) == key)
  }

  @Test(arguments: [
    ("R-1_a.Z", "R-1_a.Z"), ("a:b", "a%3Ab"), ("ö", "%C3%B6"), ("50% a/b", "50%25%20a%2Fb"),
    ("\n", "%0A"), ("", ""),
  ]) func `an id is percent-encoded for the wire and comes back`(id: String, encoded: String) {
    #expect(IntentKey.encodePercents(id) == encoded)
    let decoded = IntentKey.decodePercents(Array(encoded.utf8).span)
    #expect(decoded.map { String(decoding: $0, as: UTF8.self) } ?? encoded == id)
    #expect(IntentKey.wireKey(receivedID: id, dead: ["S1"]) == "mirror:\(encoded):3696ad59777e09d5")
  }
}
