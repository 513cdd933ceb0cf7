internal import Auditing
internal import Foundation
internal import Invoicing
internal import Reporting
internal import Testing

@Suite struct SummaryTests {
  private func lines(_ report: Report, width: Int = 100) -> [String] {
    TerminalSummary.text(of: report, files: [], style: TerminalStyle(width: width))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a tie-out that does not balance is said before anything`() throws {
    var report = try SampleReport.make()
    report.audit.tieOut[2].findings -= 1_234_567
    let lines = lines(report)
    #expect(lines[0].hasPrefix("THE TIE-OUT DOES NOT BALANCE."))
    #expect(lines[1] == "  =Konsult, \"Nord\": 12 345.67 SEK unexplained")
    #expect(lines.contains("The tie-out does not balance"))
    #expect(!lines.contains("The tie-out balances"))
    #expect(JSONSummary.text(of: report, files: []).contains("\"balances\": false"))
  }

  @Test func `one finding is one finding`() throws {
    var report = try SampleReport.make()
    report.audit.findings = [report.audit.findings[3]]
    let lines = lines(report)
    #expect(lines.contains("1 finding"))
    #expect(lines.contains("The finding"))
  }

  @Test func `resolved findings alone are no findings`() throws {
    var report = try SampleReport.make()
    report.audit.findings = [report.audit.findings[5]]
    let lines = lines(report)
    #expect(lines.contains("No findings"))
    #expect(!lines.contains("Money at stake"))
    #expect(lines.contains { $0.hasSuffix("0 new, 0 persisting, 1 resolved") })
  }

  @Test func `of many findings the ten gravest are shown`() throws {
    var report = try SampleReport.make()
    report.audit.findings.append(Array(repeating: report.audit.findings[3], count: 1200))
    let lines = lines(report)
    #expect(lines.contains("The 10 gravest of 1 205 findings"))
    #expect(lines.count { $0.contains("It mirrors R99") } == 6)
  }

  @Test(arguments: Array(stride(from: 60, through: 160, by: 7)))
  func `no line is wider than the terminal`(_ width: Int) throws {
    var report = try SampleReport.make()
    report.audit.findings[1].record.receivedID = String(repeating: "å", count: 500)
    report.audit.suppliersWithoutSource = (1...9).map { "Konsultbolaget nummer \($0) AB" }
    for line in lines(report, width: width) { #expect(line.count <= width, "\(line)") }
  }

  @Test func `currencies that do not fit stand in further tables`() throws {
    var report = try SampleReport.make()
    report.audit.tieOut = try ["CHF", "DKK", "EUR", "GBP", "NOK", "USD"].map { code in
      var row = TieOutRow(currency: try SampleReport.currency(code), supplier: "K")
      row.expected = 1_234_567_890_12
      row.mirrored = 1_234_567_890_12
      return row
    }
    let lines = lines(report, width: 60)
    #expect(lines.count { $0.hasPrefix("  expected") } == 3)
    for line in lines { #expect(line.count <= 60, "\(line)") }
  }

  @Test func `nothing in a text is obeyed by the terminal`() throws {
    var report = try SampleReport.make()
    report.audit.findings[0].record.supplier = "\u{1B}]0;gone\u{7}\u{202E}\u{9B}2J"
    let text = TerminalSummary.text(of: report, files: ["out\u{1B}c"])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
    #expect(text.contains("␛]0;gone␇\u{FFFD}\u{FFFD}2J"))
  }

  @Test func `books without anything are summed up`() throws {
    let sample = try SampleReport.make()
    let books = Books(BooksDraft(header: sample.audit.books.header))
    let report = Report(
      audit: Audit(
        books: books, settings: Settings(), findings: [], tieOut: [], rules: [], totals: [],
        outOfScope: [], suppliersWithoutSource: [], links: []),
      identity: sample.identity, schema: 1, program: sample.program)
    let lines = lines(report)
    #expect(lines.contains("There is nothing to tie out"))
    #expect(lines.contains("  Judged     0 received invoices"))
    let folder = try TemporaryFolder()
    try ReportFolder.write(report, to: folder.path)
    #expect(try folder.contents() == ["findings.csv", "report.xml", "report.xsd", "tie-out.csv"])
  }

  @Test func `the summary for scripts is JSON, whatever the texts`() throws {
    var report = try SampleReport.make()
    let nasty = "\u{0}\u{1F}\"\\/\u{7F}\u{2028}😀\r\n\t"
    report.audit.findings[0].record.supplier = nasty
    let text = JSONSummary.text(of: report, files: [nasty])
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let gravest = try #require(json?["gravest"] as? [[String: Any]])
    #expect(gravest[0]["supplier"] as? String == nasty)
    #expect(json?["files"] as? [String] == [nasty])
  }
}
