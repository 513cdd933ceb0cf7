internal import Invoicing

/// Looks for bytes that are not UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
  /// The first byte of the first sequence that is ill-formed.
  static func firstFault(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      if i + 8 <= end {
        if bytes.word(at: i) & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
      }
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(bytes, at: i, upTo: end)
      guard length > 0 else { return i }
      i += length
    }
    return nil
  }

  /// The length of the sequence of two to four bytes that begins here; 0: it is ill-formed.
  private static func sequenceLength(_ bytes: Span<UInt8>, at i: Int, upTo end: Int) -> Int {
    let first = bytes[i]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xbf
    switch first {
    case 0xc2...0xdf: length = 2
    case 0xe0: (length, second) = (3, 0xa0...0xbf)
    case 0xed: (length, second) = (3, 0x80...0x9f)
    case 0xe1...0xef: length = 3
    case 0xf0: (length, second) = (4, 0x90...0xbf)
    case 0xf4: (length, second) = (4, 0x80...0x8f)
    case 0xf1...0xf3: length = 4
    default: return 0
    }
    guard i + length <= end, second.contains(bytes[i + 1]) else { return 0 }
    for k in 2..<max(length, 2) where bytes[i + k] & 0xc0 != 0x80 { return 0 }
    return length
  }
}
