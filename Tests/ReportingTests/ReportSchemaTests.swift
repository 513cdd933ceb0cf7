internal import Auditing
internal import Invoicing
internal import Reporting
internal import Testing

@Suite struct ReportSchemaTests {
  @Test(arguments: Defect.all)
  func `a report with a defect is refused`(_ defect: Defect) throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path, formats: [.xml])
    var text = try folder.read("report.xml")
    try ReportSchema.check(reportAt: "\(folder.path)/report.xml", as: "report.xml")
    let found = try #require(text.firstRange(of: defect.whole), "the sample has no such place")
    text.replaceSubrange(found, with: defect.broken)
    try folder.write(text, to: "broken.xml")
    #expect(throws: ReportError.self) {
      try ReportSchema.check(reportAt: "\(folder.path)/broken.xml", as: "report.xml")
    }
  }

  @Test func `the schema beside the report is the one that it was held against`() throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path, formats: [.xml])
    #expect(Array(try folder.read("report.xsd").utf8) == ReportSchema.bytes)
  }

  @Test(arguments: [
    ("severity", Severity.words), ("state", FindingState.words), ("repair", RepairKind.words),
    ("linkField", LinkField.words), ("extractFile", ExtractFile.words), ("ledger", Ledger.words),
    ("lineKind", LineKind.words), ("outcome", AttemptOutcome.words),
    ("receivedStatus", ReceivedStatus.words), ("sentStatus", SentStatus.words),
    ("sourceStatus", SourceStatus.words),
    ("truth", "true, false"), ("reason", OutOfScopeRow.Reason.words),
  ])
  func `the schema has the words of the domain`(_ type: String, _ words: String) throws {
    #expect(try SchemaWords.of(type).joined(separator: ", ") == words)
  }

  @Test func `the schema has the rules that are judged by, each once`() throws {
    let rules = Auditor.audit(Books(BooksDraft(header: try SampleReport.books().header))).rules
    try #require(!rules.isEmpty)
    #expect(try SchemaWords.of("rule").sorted() == rules.map(\.rule))
  }

  @Test func `fifty thousand findings are valid`() throws {
    var report = try SampleReport.make()
    let findings = Array(report.audit.findings)
    report.audit.findings = Findings((0..<50_000).map { findings[$0 % 6] })
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path, formats: [.xml])
    #expect(try folder.contents() == ["rejected.csv", "report.xml", "report.xsd"])
  }
}
