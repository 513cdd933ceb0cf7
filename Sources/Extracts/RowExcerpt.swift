/// As much of a row as fits on a line, and which part of it is at fault.
package struct RowExcerpt: Equatable, Sendable {
  package let text: String
  /// In characters of `text`; empty where the row as a whole is at fault.
  package let mark: Range<Int>

  /// Characters of a text at most.
  private static let width = 98

  /// Bytes that are looked at on either side; no character of a real text takes more than ten.
  private static let reach = 1000

  /// Shows a row of a buffer; `marked` lies within the row.
  init(_ bytes: Span<UInt8>, row: Range<Int>, marked: Range<Int>?) {
    guard let marked else {
      text = Self.end(Self.printable(bytes, row, isEnd: true), Self.width)
      mark = 0..<0
      return
    }
    let fault = Self.end(Self.printable(bytes, marked, isEnd: true), Self.width / 2)
    let before = Self.printable(bytes, row.lowerBound..<marked.lowerBound, isEnd: false)
    let after = Self.printable(bytes, marked.upperBound..<row.upperBound, isEnd: true)
    let room = Self.width - fault.count
    let left = Self.start(before, max(room / 2, room - after.count))
    let right = Self.end(after, room - left.count)
    text = left + fault + right
    // An absent value is marked where it would be.
    mark = left.count..<left.count + max(fault.count, 1)
  }

  /// The first or last bytes of a part of a row, control characters made visible.
  private static func printable(_ bytes: Span<UInt8>, _ part: Range<Int>, isEnd: Bool) -> String {
    let range = isEnd ? part.prefix(reach) : part.suffix(reach)
    var characters = ""
    var raw: [UInt8] = []
    for i in range { raw.append(bytes[i]) }
    for scalar in String(decoding: raw, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": characters += "\\n"
      case "\r": characters += "\\r"
      case "\t": characters += "\\t"
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format:
        characters += "\\u{\(String(scalar.value, radix: 16))}"
      default: characters.unicodeScalars.append(scalar)
      }
    }
    return characters
  }

  private static func end(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(width - 1, 0)) + "…"
  }

  private static func start(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : "…" + text.suffix(max(width - 1, 0))
  }
}

extension RowExcerpt: CustomStringConvertible {
  /// The text, and a line of carets under the part at fault, each line ended.
  package var description: String {
    guard !text.isEmpty else { return "" }
    guard !mark.isEmpty else { return "  \(text)\n" }
    let blanks = String(repeating: " ", count: mark.lowerBound)
    return "  \(text)\n  \(blanks)\(String(repeating: "^", count: mark.count))\n"
  }
}
