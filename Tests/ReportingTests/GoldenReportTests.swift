internal import Reporting
internal import Testing

@Suite struct GoldenReportTests {
  @Test(arguments: [
    "findings.csv", "tie-out.csv", "rejected.csv", "report.xml",
  ])
  func `a file of the report is as recorded`(_ name: String) throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path)
    try Golden.expect(try folder.read(name), is: name)
  }

  @Test(arguments: [60, 80, 100, 140])
  func `the summary is as recorded, and no wider than the terminal`(_ width: Int) throws {
    let text = TerminalSummary.text(
      of: try SampleReport.make(), files: ["reports/findings.csv", "reports/report.xml"],
      style: TerminalStyle(width: width))
    try Golden.expect(text, is: "summary-\(width).txt")
  }

  @Test func `the summary in colour is as recorded`() throws {
    let text = TerminalSummary.text(
      of: try SampleReport.make(), files: [], style: TerminalStyle(width: 100, isColoured: true))
    try Golden.expect(text, is: "summary-colour.txt")
  }

  @Test func `the summary for scripts is as recorded`() throws {
    let text = JSONSummary.text(of: try SampleReport.make(), files: ["reports/findings.csv"])
    try Golden.expect(text, is: "summary.json")
  }
}
