/// Finds fields in a row once more, for errors: with their quotes, as they stand in the file.
enum FieldFinder {
  /// The field, counted from 0, that a byte of a row belongs to.
  static func field(at position: Int, in row: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var field = 0
    var isQuoted = false
    for i in row.lowerBound..<position {
      if bytes[i] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if bytes[i] == UInt8(ascii: ","), !isQuoted {
        field += 1
      }
    }
    return field
  }

  /// Where a field stands in a row that has it.
  static func range(of field: Int, in row: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var rest = field
    var start = row.lowerBound
    var isQuoted = false
    for i in row {
      if bytes[i] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if bytes[i] == UInt8(ascii: ","), !isQuoted {
        if rest == 0 { return start..<i }
        rest -= 1
        start = i + 1
      }
    }
    return start..<row.upperBound
  }
}
