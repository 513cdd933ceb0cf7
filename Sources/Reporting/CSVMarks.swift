/// What of a cell's bytes makes it be quoted, looked for eight bytes at a time.
struct CSVMarks {
  let needsQuotes: Bool
  let hasQuotes: Bool

  init(_ text: Span<UInt8>) {
    var marks = Found()
    // UInt8 has no padding, so the raw bytes are all there.
    let bytes = unsafe text.bytes
    var place = 0
    while place + 8 <= text.count {
      // Any eight bytes are a number, and the span checks that they are its own.
      marks.look(at: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    for last in place..<text.count { rest = rest << 8 | UInt64(text[last]) }
    marks.look(at: rest)
    hasQuotes = marks.quotes & Self.tops != 0
    needsQuotes = hasQuotes || marks.others & Self.tops != 0
  }

  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of a byte is set in these where one before it, or it, is what was looked for.
  private struct Found {
    var quotes: UInt64 = 0
    var others: UInt64 = 0

    @inline(__always)
    mutating func look(at word: UInt64) {
      quotes |= Self.hits(word, UInt8(ascii: "\""))
      others |=
        Self.hits(word, UInt8(ascii: ",")) | Self.hits(word, UInt8(ascii: "\n"))
        | Self.hits(word, UInt8(ascii: "\r"))
    }

    @inline(__always)
    private static func hits(_ word: UInt64, _ byte: UInt8) -> UInt64 {
      let ones: UInt64 = 0x0101_0101_0101_0101
      let difference = word ^ (ones &* UInt64(byte))
      return (difference &- ones) & ~difference
    }
  }
}
