import Foundation
import Testing

/// The loop closes: the next audit says by which action a finding was mended.
@Suite struct MendedFindingTests {
  private struct Action {
    let plan: String
    let id: String
    let finding: String

    /// The one that marks 1008 processed.
    init(in text: String) throws {
      let pattern = /<action id="([0-9a-f]{16})" kind="mark-processed" findings="([0-9a-f]{16})"/
      let action = try #require(text.firstMatch(of: pattern)).output
      let head = try #require(text.firstMatch(of: /<repair-plan [^>]*id="([0-9a-f]{64})"/)).output
      plan = String(head.1)
      id = String(action.1)
      finding = String(action.2)
    }

    var execution: String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <execution xmlns="urn:mirror-audit:execution:1" plan="\(plan)" snapshot="\(plan)"
        group="Consulting Group AB" engine="test" dry-run="false"
        started-at="2023-06-01T08:00:00Z" ended-at="2023-06-01T08:00:02Z">
        <action id="\(id)" kind="mark-processed" findings="\(finding)" received="1008"
          outcome="done" at="2023-06-01T08:00:01Z"><invoice id="5012"/><why>set</why></action>
      </execution>
      """
    }
  }

  /// The story two days later, 1008 marked.
  private func laterExtract(in folder: Folder) throws {
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path("later"))
    let header = try folder.text("later/extract.json")
    try folder.write(
      header.replacing("2023-05-31T06:00:00Z", with: "2023-06-02T06:00:00Z"),
      to: "later/extract.json")
    let flags = try folder.text("later/processed.csv")
    let line = try #require(flags.firstMatch(of: /1008,false[^\n]*/)).output
    try folder.write(
      flags.replacing(line, with: "1008,true,2023-06-01T08:00:01Z,5012"),
      to: "later/processed.csv")
  }

  @Test func `a finding that is gone says by which action it was mended`() throws {
    let folder = try Folder()
    _ = try MirrorAuditProcess.run(
      ["run", "--extract", fixture, "--out", "out", "--plan"], in: folder)
    let action = try Action(in: folder.text("out/repair-plan.xml"))
    try folder.write(action.execution, to: "out/execution.xml")
    try laterExtract(in: folder)
    let later = try MirrorAuditProcess.run(
      ["run", "--extract", "later", "--out", "out"], in: folder)
    #expect(later.code == 2, "\(later.errors)")
    let resolved = try CSVTable(folder.text("out/findings.csv")).rows.filter {
      $0["state"] == "resolved" && $0["received_id"] == "1008"
    }
    try #require(resolved.count == 1)
    let cause = try #require(resolved[0]["cause"])
    #expect(
      cause.hasSuffix(
        "; mended by the action \(action.id) (mark-processed, 5012) of the plan "
          + "\(action.plan.prefix(12)) at 2023-06-01T08:00:01Z"), "\(cause)")
    try FileManager.default.removeItem(atPath: folder.path("out/execution.xml"))
    let bytes = try folder.data("out/report.xml")
    #expect(try MirrorAuditProcess.run(["report", "--out", "out"], in: folder).code == 2)
    #expect(try folder.data("out/report.xml") == bytes)
  }
}
