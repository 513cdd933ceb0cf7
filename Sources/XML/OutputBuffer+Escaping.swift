/// Where characters stand decides which of them must be written as references.
enum EscapedPlace {
  case text
  case attribute
}

extension OutputBuffer {
  /// Writes UTF-8 so that any parser reads it back.
  ///
  /// What XML 1.0 §2.2 cannot carry is replaced: a C0 control or DEL by its picture (U+2400…),
  /// U+FFFE, U+FFFF and bytes that are no UTF-8 by U+FFFD. A carriage return, and in an attribute
  /// a tab or line feed too, is written as a reference, because a parser would change it (§2.11,
  /// §3.3.3).
  mutating func appendEscaped(
    _ utf8: UnsafeBufferPointer<UInt8>, in place: EscapedPlace
  ) throws(XMLWriteError) {
    if unsafe Self.isPlain(utf8) { return try unsafe append(utf8) }
    var runStart = 0
    var index = 0
    while index < utf8.count {
      if unsafe Self.isPlainRun(utf8, at: index) {
        index += 8
        continue
      }
      let byte = unsafe utf8[index]
      if byte >= 0x80 {
        let length = unsafe Self.characterLength(utf8, at: index)
        if length > 0 {
          index += length
          continue
        }
      } else if Self.isPlain(byte, in: place) {
        index += 1
        continue
      }
      try unsafe append(UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
      index += try unsafe appendReplacement(of: utf8, at: index)
      runStart = index
    }
    try unsafe append(UnsafeBufferPointer(rebasing: utf8[runStart...]))
  }

  /// Whether all can be written as it is, wherever it stands; ASCII alone is looked for.
  static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count >= 8 else {
      var word = plainWord
      for index in 0..<utf8.count { word = word << 8 | UInt64(unsafe utf8[index]) }
      return isPlain(word)
    }
    var index = 0
    while index + 8 <= utf8.count {
      guard unsafe isPlain(word(utf8, at: index)) else { return false }
      index += 8
    }
    return unsafe isPlain(word(utf8, at: utf8.count - 8))
  }

  /// Whether eight bytes follow that can be written as they are, wherever they stand.
  @inline(__always)
  private static func isPlainRun(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    unsafe index + 8 <= utf8.count && isPlain(word(utf8, at: index))
  }

  /// Eight bytes, which must lie within the buffer.
  @inline(__always)
  private static func word(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    unsafe UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Eight spaces.
  private static var plainWord: UInt64 { 0x2020_2020_2020_2020 }

  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    @inline(__always) func hits(_ byte: UInt8) -> UInt64 {
      let difference = word ^ (ones &* UInt64(byte))
      return (difference &- ones) & ~difference
    }
    let controls = (word &- ones &* 0x20) & ~word
    let marks =
      hits(UInt8(ascii: "&")) | hits(UInt8(ascii: "<")) | hits(UInt8(ascii: ">"))
      | hits(UInt8(ascii: "\"")) | hits(0x7F)
    return (controls | marks | word) & tops == 0
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8, in place: EscapedPlace) -> Bool {
    switch byte {
    case 0x09, 0x0A: place == .text
    case 0..<0x20, 0x7F: false
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "\""): place == .text
    default: true
    }
  }

  /// Bytes of the character that begins at `index` and can be written as it is; 0 if it cannot.
  private static func characterLength(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      unsafe index + offset < utf8.count && range.contains(utf8[index + offset])
    }
    switch unsafe utf8[index] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xEF where follows(1, 0xBF...0xBF): return follows(2, 0x80...0xBD) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Returns how many bytes are replaced.
  private mutating func appendReplacement(
    of utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) throws(XMLWriteError) -> Int {
    switch unsafe utf8[index] {
    case UInt8(ascii: "&"): try append("&amp;")
    case UInt8(ascii: "<"): try append("&lt;")
    case UInt8(ascii: ">"): try append("&gt;")
    case UInt8(ascii: "\""): try append("&quot;")
    case 0x09: try append("&#9;")
    case 0x0A: try append("&#10;")
    case 0x0D: try append("&#13;")
    case 0x7F: try append("\u{2421}")
    case let control where control < 0x20:
      // U+2400 to U+241F are E2 90 80 to E2 90 9F.
      try append(0xE2)
      try append(0x90)
      try append(0x80 + control)
    default:
      try append("\u{FFFD}")
      return unsafe Self.brokenLength(utf8, at: index)
    }
    return 1
  }

  /// One U+FFFD stands for a noncharacter, or for a byte that begins no character with the
  /// continuation bytes after it.
  private static func brokenLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var end = index + 1
    while end < utf8.count, end < index + 4, unsafe utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }
}
