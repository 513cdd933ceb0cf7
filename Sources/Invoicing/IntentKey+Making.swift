internal import Digests

extension IntentKey {
  /// The key of the intent to mirror this received invoice, given that these mirrors are dead.
  ///
  /// The order of the dead, and one named twice, change nothing.
  package static func key(receivedID: String, dead: some Sequence<String>) -> String {
    "mirror:\(receivedID):\(digest(ofDead: dead))"
  }

  /// The same key as it goes over the wire, the id percent-encoded.
  package static func wireKey(receivedID: String, dead: some Sequence<String>) -> String {
    "mirror:\(encodePercents(receivedID)):\(digest(ofDead: dead))"
  }

  /// The id with `%XX` for each byte that is no ASCII letter, digit, `-`, `_` or `.`.
  package static func encodePercents(_ id: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in id.utf8 {
      if isPlain(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// 16 hex digits, or `0` where none is dead.
  private static func digest(ofDead dead: some Sequence<String>) -> String {
    let sorted = Set(dead).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !sorted.isEmpty else { return "0" }
    var digest = SHA256Digest()
    digest.update(Array(sorted.joined(separator: "\n").utf8))
    return String(digest.hexDigits().prefix(16))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
