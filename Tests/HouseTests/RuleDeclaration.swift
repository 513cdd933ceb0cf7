/// A rule as its source declares it.
struct RuleDeclaration: Equatable {
  let type: String
  let path: String
  let name: String
  let severity: String
  /// The kind of action that mends it, as reports write it.
  let repair: String
  /// The file without which it does not run, if any.
  let reads: String?

  private static let kinds = ["Rule", "CaseRule", "LedgerRule"]

  /// All in a file, in their order.
  static func all(in file: SourceFile) -> [RuleDeclaration] {
    let lines = file.lines
    let heads = file.codeLines.enumerated().filter { isHead($0.element) }.map(\.offset)
    return heads.map { head in
      let body = lines[head...].prefix { $0 != "}" }
      let words = lines[head].split { " :,{".contains($0) }
      let type = words.firstIndex { $0 == "enum" || $0 == "struct" }.map { words[$0 + 1] } ?? ""
      return RuleDeclaration(
        type: String(type), path: file.path, name: value(of: "name", in: body) ?? "",
        severity: value(of: "severity", in: body) ?? "",
        repair: value(of: "repair", in: body)?.hyphenated ?? "manual",
        reads: value(of: "reads", in: body).map { "\($0.hyphenated).csv" })
    }
  }

  private static func isHead(_ line: Substring) -> Bool {
    let words = line.split { " :,{".contains($0) }
    let isType = words.contains("enum") || words.contains("struct")
    return isType && line.contains(":") && words.contains { kinds.contains(String($0)) }
  }

  /// `static let name = "x"` gives `x`, `= Severity.high` and `= .high` give `high`.
  private static func value(of property: String, in body: ArraySlice<Substring>) -> String? {
    let line =
      body.first { $0.trimmed.hasPrefix("static let \(property) ") }
      ?? body.first { $0.trimmed.hasPrefix("static let \(property):") }
    guard let value = line?.split(separator: "=").last?.trimmed else { return nil }
    return value.firstQuoted ?? value.split(separator: ".").last.map(String.init)
  }
}

extension StringProtocol {
  /// `WrongVAT` and `wrongVAT` as `wrong-vat`.
  var hyphenated: String {
    var result = ""
    let characters = Array(self)
    for (place, character) in characters.enumerated() {
      let isBoundary =
        place > 0 && character.isUppercase
        && (characters[place - 1].isLowercase
          || place + 1 < characters.count && characters[place + 1].isLowercase)
      if isBoundary { result += "-" }
      result += character.lowercased()
    }
    return result
  }
}
