/// A function, initialiser, subscript or computed property, and how many lines it takes.
struct FunctionSpan: Equatable {
  let name: String
  /// Of the declaration, from 1 on.
  let line: Int
  /// From the declaration to the closing brace.
  let length: Int
}

extension FunctionSpan {
  /// All in a file that have a body, in their order.
  static func all(in file: SourceFile) -> [FunctionSpan] {
    let code = file.codeLines
    let lines = file.lines
    return code.indices.compactMap { index in
      guard let keyword = keyword(in: code[index]),
        let body = startOfBody(code, index, keyword), let end = end(of: body, in: code)
      else { return nil }
      return FunctionSpan(
        name: name(in: lines[index], code[index]), line: index + 1, length: end - index + 1)
    }
  }

  /// The declaration up to its parameters or its body.
  private static func name(in line: Substring, _ code: Substring) -> String {
    let length = code.utf8.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "{") }.count
    return String(String(decoding: line.utf8.prefix(length), as: UTF8.self).trimmed)
  }

  private static func keyword(in line: Substring) -> String? {
    let words = line.trimmed.split(separator: " ").drop { $0.hasPrefix("@") || isModifier($0) }
    guard let first = words.first else { return nil }
    if words.contains("func") { return "func" }
    for keyword in ["init", "subscript", "deinit"] where first.hasPrefix(keyword) {
      let next = first.dropFirst(keyword.count).first
      if next == nil || "(<?!".contains(next ?? " ") { return keyword }
    }
    let isComputed = line.trimmed.hasSuffix("{") && !line.contains("=")
    return first == "var" && isComputed ? "var" : nil
  }

  private static func isModifier(_ word: Substring) -> Bool {
    [
      "package", "private", "fileprivate", "static", "mutating", "nonmutating", "borrowing",
      "consuming", "override", "final", "convenience", "required", "lazy", "nonisolated", "unsafe",
      "class",
    ].contains(word)
  }

  private typealias Place = (line: Int, offset: Int)

  /// The opening brace of the body; nil where there is none, as in a protocol.
  private static func startOfBody(_ code: [Substring], _ from: Int, _ keyword: String) -> Place? {
    var depth = 0
    var hasParameters = keyword == "var" || keyword == "deinit"
    for index in from..<code.count {
      if index > from, depth == 0, hasParameters, !continues(code[index]) { return nil }
      for (offset, byte) in code[index].utf8.enumerated() {
        switch byte {
        case UInt8(ascii: "("):
          depth += 1
          hasParameters = true
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: "{") where depth == 0 && hasParameters: return (index, offset)
        case UInt8(ascii: "}") where depth == 0: return nil
        default: break
        }
      }
    }
    return nil
  }

  /// Whether a line goes on with a declaration whose parameters are closed.
  private static func continues(_ line: Substring) -> Bool {
    ["->", "throws", "async", "rethrows", "where", "{", ")"].contains { line.trimmed.hasPrefix($0) }
  }

  private static func end(of body: Place, in code: [Substring]) -> Int? {
    var depth = 0
    for index in body.line..<code.count {
      let skipped = index == body.line ? body.offset : 0
      for byte in code[index].utf8.dropFirst(skipped) {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") {
          depth -= 1
          if depth == 0 { return index }
        }
      }
    }
    return nil
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmed: SubSequence {
    let start = drop { $0 == " " }
    let length = start.reversed().drop { $0 == " " }.count
    return start.prefix(length)
  }
}
