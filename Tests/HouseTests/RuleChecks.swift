/// The rules in the folder, against the lists, the tests, the docs and the schema.
enum RuleChecks {
  /// Rules that no list runs: `lists` are the sources that name rules as `Name.self`.
  static func unlisted(_ rules: [RuleDeclaration], in lists: [SourceFile]) -> [Offence] {
    rules.filter { rule in !lists.contains { $0.code.holds(word: "\(rule.type).self") } }.map {
      Offence(
        path: $0.path, what: "no list has `\($0.type)`, so it never runs",
        mend: "add it to AllRules, or to Ladder.rules")
    }
  }

  static func misnamed(_ rules: [RuleDeclaration]) -> [Offence] {
    rules.filter { $0.type.hyphenated != $0.name }.map {
      Offence(
        path: $0.path, what: "`\($0.type)` is called `\($0.name)`, not `\($0.type.hyphenated)`",
        mend: "give the type and the rule one name")
    }
  }

  static func untested(_ rules: [RuleDeclaration], paths: [String]) -> [Offence] {
    rules.filter { !paths.contains("Tests/AuditingTests/Rules/\($0.type)Tests.swift") }.map {
      Offence(
        path: $0.path, what: "`\($0.name)` has no test",
        mend: "write Tests/AuditingTests/Rules/\($0.type)Tests.swift")
    }
  }

  /// Rules that the docs lack or tell otherwise, and headings that are no rule.
  static func undocumented(_ rules: [RuleDeclaration], _ docs: [RuleDoc]) -> [Offence] {
    let wrong = rules.compactMap { rule -> Offence? in
      guard let doc = docs.first(where: { $0.name == rule.name }) else {
        return Offence(
          path: "docs/rules.md", what: "there is no heading `## \(rule.name)`",
          mend: "tell what the rule means, in words an accountant understands")
      }
      let told = RuleDoc(
        name: rule.name, severity: rule.severity, repair: rule.repair, reads: rule.reads)
      if doc == told { return nil }
      return Offence(
        path: "docs/rules.md", what: "`\(rule.name)` is told as \(doc), and is \(told)",
        mend: "correct its line of facts")
    }
    let invented = docs.filter { doc in !rules.contains { $0.name == doc.name } }.map {
      Offence(
        path: "docs/rules.md", what: "`## \($0.name)` is no rule", mend: "strike it")
    }
    return wrong + invented
  }

  /// Rules that the schema of reports does not know, and values there that are no rule.
  static func schemaDifferences(_ rules: [RuleDeclaration], xsd: String) -> [Offence] {
    let names = rules.map(\.name)
    let known = enumeration(of: names.first ?? "", in: xsd)
    return names.filter { !known.contains($0) }.map {
      Offence(
        path: "Sources/Reporting/report.xsd", what: "the type of rules lacks `\($0)`",
        mend: "add <xs:enumeration value=\"\($0)\"/>")
    }
      + known.filter { !names.contains($0) }.map {
        Offence(
          path: "Sources/Reporting/report.xsd", what: "`\($0)` in the type of rules is no rule",
          mend: "strike it")
      }
  }

  /// The values of the simple type that has a value.
  private static func enumeration(of value: String, in xsd: String) -> [String] {
    let types = xsd.components(after: "<xs:simpleType")
    let type = types.first { $0.contains("<xs:enumeration value=\"\(value)\"") } ?? ""
    return type.components(after: "<xs:enumeration value=").compactMap(\.firstQuoted)
  }
}
