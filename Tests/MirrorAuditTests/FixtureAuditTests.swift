import Foundation
import Testing

/// The story of April 2023, audited as a newcomer does it.
@Suite struct FixtureAuditTests {
  private func audited(_ folder: Folder) throws -> MirrorAuditProcess.Result {
    try MirrorAuditProcess.run(
      ["run", "--extract", fixture, "--out", "reports/sample", "--plan"], in: folder)
  }

  @Test func `the report of the story is the sample that is committed`() throws {
    let folder = try Folder()
    let result = try audited(folder)
    #expect(result.code == 2, "\(result.errors)")
    let sample = packageRoot.appending(path: "reports/sample")
    let names = try folder.names("reports/sample")
    #expect(
      names == [
        "findings.csv", "repair-plan.xml", "repair-plan.xsd", "report.xml", "report.xsd",
        "tie-out.csv",
      ])
    let isRecording = ProcessInfo.processInfo.environment["MIRROR_AUDIT_RECORD"] == "1"
    let plan = try MirrorAuditProcess.run(
      ["plan", "--show", "--out", "reports/sample"], in: folder)
    let printed = ["summary.txt": result.output, "repair-plan.txt": plan.output]
    for name in names + printed.keys.sorted() {
      let written =
        try printed[name].map { Data($0.utf8) } ?? folder.data("reports/sample/\(name)")
      let golden = sample.appending(path: name)
      if isRecording { try written.write(to: golden) }
      #expect(try written == Data(contentsOf: golden), "\(name): `make record` rewrites it")
    }
    #expect(!isRecording, "recorded: run the tests again without MIRROR_AUDIT_RECORD")
  }

  @Test func `the findings of the story are those that its truth lists`() throws {
    let folder = try Folder()
    _ = try audited(folder)
    let found = try CSVTable(folder.text("reports/sample/findings.csv"))
    let truth = try CSVTable(
      String(contentsOfFile: "\(fixture)/truth-findings.csv", encoding: .utf8))
    let columns = ["rule", "received_id", "sent_ids", "effect", "currency"]
    func keys(_ table: CSVTable) -> [String] {
      table.rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: "|") }.sorted()
    }
    #expect(!truth.rows.isEmpty)
    #expect(keys(found) == keys(truth))
  }

  @Test func `every rule stands in the story`() throws {
    let folder = try Folder()
    _ = try audited(folder)
    let found = Set(
      try CSVTable(folder.text("reports/sample/findings.csv")).rows.compactMap { $0["rule"] })
    let rules = try String(
      contentsOf: packageRoot.appending(path: "docs/rules.md"), encoding: .utf8)
    let names = rules.split(separator: "\n").filter { $0.hasPrefix("## ") }
      .map { String($0.dropFirst(3)) }.filter { $0.contains("-") && !$0.contains(" ") }
    #expect(names.count >= 30)
    #expect(names.filter { !found.contains($0) } == [])
  }
}
