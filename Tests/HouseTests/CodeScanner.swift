/// Blanks what is not code in Swift text: comments, the words of strings, raw identifiers.
///
/// Offsets and line breaks stay; the code inside interpolations stays too.
struct CodeScanner {
  private let bytes: [UInt8]
  private var blanked: [UInt8]
  private var at = 0

  static func code(of text: String) -> String {
    var scanner = CodeScanner(text)
    scanner.scanCode(inInterpolation: false)
    return String(decoding: scanner.blanked, as: UTF8.self)
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    blanked = bytes
  }

  private mutating func scanCode(inInterpolation: Bool) {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "/") where follows("//"): blankLine()
      case UInt8(ascii: "/") where follows("/*"): blankBlock()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): scanString()
      case UInt8(ascii: "`"): blankRawIdentifier()
      case UInt8(ascii: "("):
        depth += 1
        at += 1
      case UInt8(ascii: ")"):
        at += 1
        depth -= 1
        if inInterpolation, depth == 0 { return }
      default: at += 1
      }
    }
  }

  private func follows(_ word: String) -> Bool {
    bytes[at...].starts(with: word.utf8)
  }

  private mutating func blank() {
    if bytes[at] != UInt8(ascii: "\n") { blanked[at] = UInt8(ascii: " ") }
    at += 1
  }

  private mutating func blankLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank() }
  }

  private mutating func blankBlock() {
    var depth = 0
    repeat {
      let isEdge = follows("/*") || follows("*/")
      if isEdge { depth += follows("/*") ? 1 : -1 }
      for _ in 0..<(isEdge ? 2 : 1) { blank() }
    } while depth > 0 && at < bytes.count
  }

  private mutating func blankRawIdentifier() {
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "`") { blank() }
    at += 1
  }

  private mutating func scanString() {
    let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
    at += hashes
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return }
    let fence = String(repeating: "#", count: hashes)
    let quotes = follows("\"\"\"") ? "\"\"\"" : "\""
    at += quotes.utf8.count
    while at < bytes.count, !follows(quotes + fence) {
      if follows("\\" + fence + "(") {
        at += 1 + hashes
        scanCode(inInterpolation: true)
      } else if follows("\\" + fence) {
        for _ in 0..<(2 + hashes) where at < bytes.count { blank() }
      } else {
        blank()
      }
    }
    at += quotes.utf8.count + hashes
  }
}
