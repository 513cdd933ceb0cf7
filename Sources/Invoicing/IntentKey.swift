/// The key that names an intent: *make the mirror of this invoice, given that these are dead*.
///
/// `mirror:<received id>:<first 16 hex digits of SHA-256 over its dead mirrors>`, 0 for none
/// (`repair.md`).
package enum IntentKey {
  /// The bytes of the received id, in a key that has the form of an intent key; the hash is not
  /// checked.
  package static func receivedID(of key: Span<UInt8>) -> Range<Int>? {
    let prefix: StaticString = "mirror:"
    let start = prefix.utf8CodeUnitCount
    guard key.count > start, key.extracting(0..<start).equals(prefix) else { return nil }
    var colon = key.count - 1
    while colon >= start, key[colon] != UInt8(ascii: ":") { colon -= 1 }
    guard colon > start, isDigest(key.extracting((colon + 1)...)) else { return nil }
    return start..<colon
  }

  /// The id as it was before the wire, where `%C3%B6` stands for the two bytes of `ö`.
  ///
  /// Nil where no byte is encoded so, or one is encoded badly.
  package static func decodePercents(_ bytes: Span<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "%") else {
        decoded.append(bytes[i])
        i += 1
        continue
      }
      guard i + 2 < bytes.count, let high = hexValue(bytes[i + 1]), let low = hexValue(bytes[i + 2])
      else { return nil }
      decoded.append(high << 4 | low)
      i += 3
    }
    return decoded.count < bytes.count ? decoded : nil
  }

  private static func isDigest(_ bytes: Span<UInt8>) -> Bool {
    if bytes.count == 1 { return bytes[0] == UInt8(ascii: "0") }
    guard bytes.count == 16 else { return false }
    for i in 0..<16 where hexValue(bytes[i]) == nil { return false }
    return true
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}
