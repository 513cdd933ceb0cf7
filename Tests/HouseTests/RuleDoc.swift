/// A rule as `docs/rules.md` tells it.
struct RuleDoc: Equatable {
  let name: String
  let severity: String
  let repair: String
  let reads: String?

  /// The headings that are names of rules, with the line of facts under each.
  static func all(in text: String) -> [RuleDoc] {
    text.components(after: "\n## ").compactMap { section in
      let heading = section.prefix { $0 != "\n" }
      guard !heading.isEmpty, heading.allSatisfy({ $0.isLowercase || $0 == "-" }) else {
        return nil
      }
      let facts = section.split(separator: "\n").first { $0.hasPrefix("*Severity* ") } ?? ""
      return RuleDoc(
        name: String(heading), severity: fact("Severity", in: facts) ?? "",
        repair: fact("Mended by", in: facts) ?? "", reads: fact("Reads", in: facts))
    }
  }

  /// `*Severity* high · *Mended by* …`: the words up to the next dot, without backticks.
  private static func fact(_ name: String, in facts: Substring) -> String? {
    facts.components(after: "*\(name)* ").first.map { rest in
      String(rest.prefix { $0 != "·" }.filter { $0 != "`" }.trimmed)
    }
  }
}
