internal import Testing

@Suite struct RulesTests {
  private let rules: [RuleDeclaration]
  private let docs: [RuleDoc]

  init() throws {
    let sources = House.sources.filter { $0.path.hasPrefix("Sources/Auditing/Rules/") }
    rules = sources.flatMap { RuleDeclaration.all(in: $0) }
    docs = RuleDoc.all(in: try #require(House.file("docs/rules.md")).text)
    try #require(rules.count >= 30)
    try #require(docs.count >= 30)
    try #require(rules.allSatisfy { !$0.name.isEmpty && !$0.severity.isEmpty })
  }

  @Test func `every rule is in a list that runs`() throws {
    let lists = try ["AllRules", "Ladder"].map {
      try #require(House.file("Sources/Auditing/Rules/\($0).swift"))
    }
    expectNone(RuleChecks.unlisted(rules, in: lists))
  }

  @Test func `a rule's type and its name are one`() {
    expectNone(RuleChecks.misnamed(rules))
    #expect(Set(rules.map(\.name)).count == rules.count)
  }

  @Test func `every rule has a test file of its own`() {
    expectNone(RuleChecks.untested(rules, paths: House.paths))
  }

  @Test func `the docs tell every rule, with its severity, its repair and what it reads`() {
    expectNone(RuleChecks.undocumented(rules, docs))
  }

  @Test func `the schema of reports knows every rule and no other`() throws {
    let xsd = try #require(House.file("Sources/Reporting/report.xsd"))
    expectNone(RuleChecks.schemaDifferences(rules, xsd: xsd.text))
  }
}

@Suite struct RulesProofs {
  private let rule = RuleDeclaration(
    type: "WrongVAT", path: "Sources/Auditing/Rules/WrongVAT.swift", name: "wrong-vat",
    severity: "medium", repair: "replace-mirror", reads: "source.csv")

  @Test func `a rule is read from its source`() {
    let source = SourceFile(
      path: rule.path,
      text: """
        enum WrongVAT: CaseRule {
          static let name = "wrong-vat"
          static let severity = Severity.medium
          static let repair = RepairKind.replaceMirror
          static let reads: ExtractFile? = .source
        }

        enum Bare: Rule {
          static let name = "bare"
          static let severity = Severity.high
        }

        enum NotARule: Ruler {
        }
        """)
    let bare = RuleDeclaration(
      type: "Bare", path: rule.path, name: "bare", severity: "high", repair: "manual", reads: nil)
    #expect(RuleDeclaration.all(in: source) == [rule, bare])
  }

  @Test func `a rule is read from its docs`() {
    let docs = RuleDoc.all(
      in: """
        # Rules
        ## How to read this
        ## wrong-vat
        It differs.

        *Severity* medium · *Mended by* `replace-mirror` · *Reads* `source.csv`
        """)
    let told = RuleDoc(
      name: "wrong-vat", severity: "medium", repair: "replace-mirror", reads: "source.csv")
    #expect(docs == [told])
    #expect(RuleChecks.undocumented([rule], docs) == [])
  }

  @Test func `a rule that no list has is found`() {
    let list = SourceFile(path: "AllRules.swift", text: "[WrongVATs.self]")
    #expect(RuleChecks.unlisted([rule], in: [list]).count == 1)
  }

  @Test func `a rule whose name is not its type's is found`() {
    let other = RuleDeclaration(
      type: "WrongTax", path: "", name: "wrong-vat", severity: "", repair: "", reads: nil)
    #expect(RuleChecks.misnamed([rule, other]).count == 1)
  }

  @Test func `a rule without a test is found`() {
    #expect(
      RuleChecks.untested([rule], paths: ["Tests/AuditingTests/WrongVATTests.swift"]).count == 1)
    #expect(
      RuleChecks.untested([rule], paths: ["Tests/AuditingTests/Rules/WrongVATTests.swift"]) == [])
  }

  @Test func `a rule that the docs lack or tell otherwise is found, and a heading that is none`() {
    let otherwise = RuleDoc(name: "wrong-vat", severity: "low", repair: "manual", reads: nil)
    let invented = RuleDoc(name: "wrong-colour", severity: "low", repair: "manual", reads: nil)
    #expect(RuleChecks.undocumented([rule], [otherwise]).count == 1)
    #expect(RuleChecks.undocumented([rule], [invented]).count == 2)
  }

  @Test func `a schema that lacks a rule, or knows one that is none, is found`() {
    func type(_ values: String...) -> String {
      let lines = values.map { "<xs:enumeration value=\"\($0)\"/>" }
      return "<xs:simpleType name=\"a\">\(lines.joined())</xs:simpleType>"
    }
    let xsd = type("high") + type("wrong-vat", "gone") + type("low")
    let found = RuleChecks.schemaDifferences([rule], xsd: xsd)
    #expect(found.map(\.mend) == ["strike it"])
    #expect(RuleChecks.schemaDifferences([rule], xsd: type("high")).count == 1)
  }
}
