import Foundation
import Testing

/// The repair plan, as its user draws, reads and approves it.
@Suite struct PlanCommandTests {
  private func run(_ arguments: [String], _ folder: Folder) throws -> MirrorAuditProcess.Result {
    try MirrorAuditProcess.run(arguments, in: folder)
  }

  private func drawn() throws -> Folder {
    let folder = try Folder()
    let result = try run(["run", "--extract", fixture, "--out", "out", "--plan"], folder)
    try #require(result.code == 2, "\(result.errors)")
    #expect(result.output.contains("out/repair-plan.xml"))
    return folder
  }

  private func ids(_ plan: String, safety: String) -> [String] {
    plan.matches(of: /<action id="([0-9a-f]{16})"[^>]*safety="([a-z]+)"/)
      .filter { $0.output.2 == safety }.map { String($0.output.1) }
  }

  @Test func `a plan drawn with the run, and drawn again of its snapshot, is the same`() throws {
    let folder = try drawn()
    let first = try folder.data("out/repair-plan.xml")
    let again = try run(["plan", "--out", "again", "--workspace", ".mirror-audit"], folder)
    #expect(again.code == 0, "\(again.errors)")
    #expect(try folder.data("again/repair-plan.xml") == first)
    #expect(try folder.names("again") == ["repair-plan.xml", "repair-plan.xsd"])
  }

  @Test func `show prints what will be done for whom, and what is left to hands and why`() throws {
    let folder = try drawn()
    let result = try run(["plan", "--show", "--out", "out"], folder)
    #expect(result.code == 0, "\(result.errors)")
    for words in ["Made (", "Deleted or credited (", "Left to hands (", "By customer", "K2001"] {
      #expect(result.output.contains(words), "\(words)")
    }
    let shown = try run(["plan", "out/repair-plan.xml", "--show"], folder)
    #expect(shown.output == result.output)
    let told = try run(["plan", "out/repair-plan.xml", "--json"], folder)
    #expect(try JSONSerialization.jsonObject(with: Data(told.output.utf8)) is [String: Any])
  }

  @Test func `approvals are set by id and by all, and drawing again keeps them`() throws {
    let folder = try drawn()
    let plan = try folder.text("out/repair-plan.xml")
    let waiting = ids(plan, safety: "review")
    try #require(waiting.count > 2)
    let one = try run(
      ["approve", "out/repair-plan.xml", "--action", waiting[0], "--by", "anna@example.com"],
      folder)
    #expect(one.code == 0, "\(one.errors)")
    let approved = try folder.text("out/repair-plan.xml")
    #expect(approved.split(separator: "approved=\"true\"").count == 2)
    #expect(approved.contains("approved-by=\"anna@example.com\""))
    _ = try run(["run", "--extract", fixture, "--out", "out", "--plan"], folder)
    #expect(try folder.text("out/repair-plan.xml") == approved)
    let all = try run(["approve", "out/repair-plan.xml", "--all", "--by", "bo"], folder)
    #expect(all.code == 0)
    #expect(all.output.contains("approved by bo"))
    let shown = try run(["plan", "out/repair-plan.xml", "--show"], folder)
    #expect(!shown.output.contains("waits for approval"))
  }

  @Test func `what cannot be approved is said, and changes nothing`() throws {
    let folder = try drawn()
    let plan = try folder.data("out/repair-plan.xml")
    let text = try folder.text("out/repair-plan.xml")
    let id = try #require(ids(text, safety: "review").first)
    let near = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
    let misspelt = try run(
      ["approve", "out/repair-plan.xml", "--action", near, "--by", "bo"], folder)
    #expect(misspelt.code == 1)
    #expect(misspelt.errors.contains("there is \(id)"), "\(misspelt.errors)")
    for misuse in [
      ["approve", "out/repair-plan.xml", "--by", "bo"],
      ["approve", "out/repair-plan.xml", "--all"],
      ["approve", "out/repair-plan.xml", "--all", "--action", id, "--by", "bo"], ["approve"],
    ] {
      #expect(try run(misuse, folder).code == 64, "\(misuse)")
    }
    #expect(try folder.data("out/repair-plan.xml") == plan)
  }

  @Test func `a changed plan is not approved, and is shown with a warning`() throws {
    let folder = try drawn()
    let text = try folder.text("out/repair-plan.xml")
    let changed = text.replacing("party=\"K2003\"", with: "party=\"K2004\"", maxReplacements: 1)
    try #require(changed != text)
    try folder.write(changed, to: "out/repair-plan.xml")
    let approval = try run(["approve", "out/repair-plan.xml", "--all", "--by", "bo"], folder)
    #expect(approval.code == 1)
    #expect(approval.errors.contains("was changed after it was drawn"))
    let shown = try run(["plan", "out/repair-plan.xml", "--show"], folder)
    #expect(shown.code == 0)
    #expect(shown.errors.contains("was changed after it was drawn"))
    #expect(shown.output.contains("Left to hands"))
  }

  @Test func `no plan is drawn of what is not whole`() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path("extract"))
    let received = try folder.text("extract/received.csv")
    try folder.write(received + "1,2\n", to: "extract/received.csv")
    let result = try run(
      ["run", "--extract", "extract", "--out", "out", "--plan", "--quarantine"], folder)
    #expect(result.code == 2)
    #expect(
      result.errors == "mirror-audit: no repair plan is drawn: 1 bad row was set aside, and what "
        + "it says is not known\n")
    #expect(!(try folder.names("out").contains("repair-plan.xml")))
    let drawn = try run(["plan", "--out", "out"], folder)
    #expect(drawn.code == 1)
    #expect(drawn.errors.contains("no repair plan is drawn"))
  }

  @Test func `the configuration asks for a plan, approves within limits and says the mode`() throws
  {
    let folder = try Folder()
    try folder.write(
      """
      extract = "\(fixture)"
      out = "out"
      plan = true
      idempotency = "forever"

      [approve]
      by = "anna@example.com"
      deleted-mirror = { SEK = 30000 }
      """, to: "mirror-audit.toml")
    #expect(try run(["run"], folder).code == 2)
    let plan = try folder.text("out/repair-plan.xml")
    let approved = plan.matches(
      of: /approved="true" approved-by="anna@example.com" .*amount="([0-9.]+)"/)
    #expect(approved.map { String($0.output.1) } == ["29025.00"])
    let forecast = try CSVTable(folder.text("out/forecast.csv"))
    #expect(forecast.header == ["received_id", "key", "outcome", "sent_id", "until"])
    #expect(forecast.rows.contains { $0["outcome"] == "replay-dead" && $0["until"] == "forever" })
    try folder.write("extract = \"\(fixture)\"\nout = \"out\"", to: "mirror-audit.toml")
    _ = try run(["run"], folder)
    #expect(!(try folder.names("out").contains("forecast.csv")))
  }

  @Test(arguments: [
    ("idempotency = \"maybe\"", "idempotency: expected none"), ("plan = 1", "plan: expected"),
    ("[approve]\nby = \"a\"\nmissing-mirror = { XYZ = 1 }", "approve.missing-mirror.XYZ"),
    ("[approve]\nmissing-mirror = { SEK = 1 }", "approve.by"),
    ("[approve]\nby = \"a\"\nnumber-gap = { SEK = 1 }", "approve.number-gap"),
  ])
  func `a configuration that is wrong is refused`(_ text: String, _ place: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "mirror-audit.toml")
    let result = try run(["run", "--extract", fixture], folder)
    #expect(result.code == 1)
    #expect(result.errors.contains(place), "\(result.errors)")
  }
}
