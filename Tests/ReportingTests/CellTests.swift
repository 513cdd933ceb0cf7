internal import Auditing
internal import Invoicing
internal import Reporting
internal import Testing

@Suite struct CellTests {
  /// The CSV row, and the attribute in the XML, of a finding whose supplier is the text.
  private func written(_ text: String) throws -> (csv: String, xml: String) {
    var report = try SampleReport.make()
    report.audit.findings = [report.audit.findings[3]]
    report.audit.findings[0].record.supplier = text
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path)
    return (try folder.read("findings.csv"), try folder.read("report.xml"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+46", "'+46"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t1", "'\t1"), ("\r1", "\"'\r1\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("a=1", "a=1"),
    ("'a", "'a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    (" a ", " a "), ("åäö€😀", "åäö€😀"), ("a;b", "a;b"), ("\u{1}", "\u{1}"),
  ])
  func `a cell of text is quoted where it must be, and never a formula`(
    _ text: String, _ cell: String
  ) throws {
    #expect(try written(text).csv.contains(",new,,\(cell),10042,"))
  }

  @Test(arguments: [",", "\"", "\n", "\r"])
  func `what makes a cell be quoted is seen wherever it stands`(_ mark: String) throws {
    var report = try SampleReport.make()
    let texts = (1..<20).flatMap { length in
      (0..<length).map { place in
        "=" + String(repeating: "x", count: place) + mark
          + String(repeating: "y", count: length - place - 1)
      }
    }
    let one = report.audit.findings[3]
    report.audit.findings = Findings(
      texts.map { text in
        var finding = one
        finding.record.supplier = text
        return finding
      })
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path, formats: [.csv])
    let csv = try folder.read("findings.csv")
    for text in texts {
      let cell = text.replacing("\"", with: "\"\"")
      #expect(csv.contains(",new,,\"'\(cell)\",10042,"))
    }
  }

  @Test func `a number below zero is no formula`() throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path)
    #expect(try folder.read("findings.csv").contains(",1250.00,-1250.00,48,"))
    #expect(try folder.read("tie-out.csv").contains(",-998750.00,-0.07,0.00,"))
  }

  @Test func `a text of any length makes a valid report`() throws {
    var report = try SampleReport.make()
    let long = String(repeating: "\"€", count: 3_000_000)
    report.audit.findings[0].record.supplier = long
    report.audit.findings[0].record.sentIDs = (1...200_000).map(String.init) + [long]
    report.audit.findings[0].record.cause = long
    report.audit.findings[0].evidence[0].fields[0].value = long
    report.audit.suppliersWithoutSource = [long]
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path)
    let whole = try folder.read("findings.csv").utf8.count
    #expect(whole > 3 * long.utf8.count)
    let cut = String(repeating: "&quot;€", count: 1000) + "…"
    #expect(try folder.read("report.xml").contains(" supplier=\"\(cut)\" number=\"A-17\""))
  }

  @Test(arguments: [
    ("\u{0}", "␀"), ("\u{1B}[31m", "␛[31m"), ("a\tb", "a&#9;b"), ("a\r\nb", "a&#13;&#10;b"),
    ("\u{7F}", "␡"), ("\u{FFFE}", "\u{FFFD}"), ("<&\">", "&lt;&amp;&quot;&gt;"), ("😀", "😀"),
    (" ", " "),
  ])
  func `a text of any characters makes a valid report`(_ text: String, _ value: String) throws {
    #expect(try written(text).xml.contains(" supplier=\"\(value)\" number=\"10042\""))
  }
}
