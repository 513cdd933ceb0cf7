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
    ("kind", "\(InvoiceKind.words), \(LineKind.words)"),
    ("truth", "true, false"), ("reason", OutOfScopeRow.Reason.words),
  ])
  func `the schema has the words of the domain`(_ type: String, _ words: String) throws {
    #expect(try SchemaWords.of(type).joined(separator: ", ") == words)
  }

  @Test func `the schema has the states that any invoice can be in`() throws {
    let states = [ReceivedStatus.words, SentStatus.words, SourceStatus.words]
      .flatMap { $0.split(separator: ", ").map(String.init) }
    #expect(Set(try SchemaWords.of("status")) == Set(states))
  }

  @Test func `the schema has the rules that are judged by, each once`() throws {
    let rules = Auditor.audit(Books(BooksDraft(header: try SampleReport.books().header))).rules
    try #require(!rules.isEmpty)
    #expect(try SchemaWords.of("rule").sorted() == rules.map(\.rule))
  }

  @Test(arguments: [
    ("id", "S1"), ("number", "A-17"), ("supplier", "Konsult Nord AB"), ("customer", "K1"),
    ("kind", "credit-note"), ("kind", "mileage"), ("issue_date", "2024-02-29"),
    ("due_date", "0001-01-01"), ("currency", "SEK"), ("net", "-1.5000"), ("vat", "0"),
    ("rounding", "-0.01"), ("gross", "999999999999999"), ("status", "deleted"), ("credits", "S0"),
    ("reference", "  "), ("mirror_of", "R1"), ("idempotency_key", "R1"),
    ("created_at", "9999-12-31T23:59:59.999999Z"), ("ended_at", "2023-05-02T09:30:00Z"),
    ("document", "a b.xml"), ("received_id", "R1"), ("processed", "false"),
    ("processed_at", "2023-05-02T09:30:00.5Z"), ("mirror_id", "S1"), ("ledger", "source"),
    ("invoice_id", "R1"), ("line", "1"), ("description", "Resa"), ("quantity", "1.5"),
    ("unit_price", "+3"), ("vat_rate", "25"), ("name", "receipt.pdf"),
    ("sha256", String(repeating: "0f", count: 32)), ("bytes", "0"),
    ("attempted_at", "2023-05-02T09:30:00Z"), ("outcome", "timeout"), ("sent_id", "S1"),
    ("last_seen", "2023-05-02T09:30:00Z"),
  ])
  func `a column of the extract is an attribute of its own`(
    _ name: String, _ value: String
  ) throws {
    var report = try SampleReport.make()
    report.audit.findings[0].evidence = [
      Fact(origin: .row(.sent, 7), fields: [.init(name: name, value: value)], phrase: "")
    ]
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path, formats: [.xml])
    let xml = try folder.read("report.xml")
    #expect(xml.contains("<fact file=\"sent.csv\" row=\"7\" \(name)=\"\(value)\"/>"))
  }

  @Test func `fifty thousand findings are valid`() throws {
    var report = try SampleReport.make()
    report.audit.findings = (0..<50_000).map { report.audit.findings[$0 % 6] }
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path, formats: [.xml])
    #expect(try folder.contents() == ["rejected.csv", "report.xml", "report.xsd"])
  }
}
