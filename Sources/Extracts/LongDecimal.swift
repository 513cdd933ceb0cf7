/// A decimal that is kept as text: a sign, up to 15 digits, and up to 12 decimals.
enum LongDecimal {
  static func isOne(_ bytes: Span<UInt8>) -> Bool {
    var i = 0
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
    let whole = digits(bytes, from: i)
    i += whole
    guard i < bytes.count else { return (1...15).contains(whole) }
    guard bytes[i] == UInt8(ascii: ".") else { return false }
    let decimals = digits(bytes, from: i + 1)
    return whole <= 15 && (1...12).contains(decimals) && i + 1 + decimals == bytes.count
  }

  private static func digits(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] &- 48 < 10 { i += 1 }
    return i - start
  }
}
