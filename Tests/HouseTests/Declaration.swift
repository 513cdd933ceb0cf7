/// A type or an extension at the top level of a file.
struct Declaration: Equatable {
  let name: String
  let isPackage: Bool
  let isExtension: Bool

  private static let kinds: [Substring] = [
    "struct", "enum", "class", "actor", "protocol", "extension", "typealias", "macro",
  ]

  static func all(in file: SourceFile) -> [Declaration] {
    file.codeLines.compactMap { line in
      guard line.first?.isLetter == true || line.first == "@" else { return nil }
      let words = line.split { " :{".contains($0) }
      guard let kind = words.firstIndex(where: { kinds.contains($0) }), kind + 1 < words.count,
        !words[..<kind].contains("import"), !words[..<kind].contains("func")
      else { return nil }
      return Declaration(
        name: String(words[kind + 1].prefix { $0 != "<" && $0 != "(" }),
        isPackage: words[..<kind].contains("package"),
        isExtension: words[kind] == "extension")
    }
  }

  /// Whether it extends a type, or one inside it: `FactOrigin` stands for `Fact.Origin` too.
  func extends(_ type: String) -> Bool {
    name == type || name.hasPrefix("\(type).") || name.filter { $0 != "." } == type
  }
}
