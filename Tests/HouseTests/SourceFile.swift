/// A file of the house: its path from the root, and its text.
struct SourceFile {
  let path: String
  let text: String
  /// The text with comments and the words of strings blanked, byte for byte.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    self.code = path.hasSuffix(".swift") ? CodeScanner.code(of: text) : text
  }

  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The name without its ending.
  var stem: String { String(name.prefix { $0 != "." }) }

  /// The folder under `Sources` or `Tests`: the target's name.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }
}
