import Foundation
import Invoicing
import RepairPlans
import Testing

@Suite struct PlanFileTests {
  @Test func `a plan that is written and read says the same, with the same bytes`() throws {
    let folder = try TemporaryFolder()
    let plan = try SamplePlan.plan()
    try PlanFile.write(plan, to: folder.path("a.xml"))
    let file = try PlanFile(readingFrom: folder.path("a.xml"))
    #expect(file.plan.id == plan.id)
    var expected = plan
    expected.actions[0].create?.lines[0].description = "Råd\toch\u{2401}dåd"
    #expect(file.plan == expected)
    try PlanFile.write(file.plan, to: folder.path("b.xml"))
    #expect(try folder.text("a.xml") == folder.text("b.xml"))
    #expect(try folder.names == ["a.xml", "b.xml"])
  }

  @Test(arguments: ["9999999999999.99", "-6607840", "0.0001", "999999999999999"])
  func `a price may be as large as an amount`(price: String) throws {
    let folder = try TemporaryFolder()
    var plan = try SamplePlan.plan()
    plan.actions[0].create?.lines[0].unitPrice = price
    try PlanFile.write(plan, to: folder.path("plan.xml"))
    let read = try PlanFile(readingFrom: folder.path("plan.xml")).plan
    #expect(read.actions[0].create?.lines[0].unitPrice == price)
  }

  @Test func `its bytes are those of the golden file`() throws {
    let folder = try TemporaryFolder()
    try PlanFile.write(SamplePlan.plan(), to: folder.path("plan.xml"))
    try Golden.expect(folder.text("plan.xml"), is: "repair-plan.xml")
    try Golden.expect(PlanText.text(of: SamplePlan.plan()), is: "plan.txt")
  }

  @Test func `approvals are no part of its id, everything else is`() throws {
    let plan = try SamplePlan.plan()
    var approved = plan
    approved.actions[0].approval = plan.actions[2].approval
    #expect(approved.id == plan.id)
    var others = [plan, plan, plan, plan, plan]
    others[0].group += "!"
    others[1].actions[0].create?.lines[0].net.minorUnits += 1
    others[2].actions[1].expect.sent[0].content = nil
    others[3].actions.removeLast()
    others[4].actions[0].findings = ["0123456789abcdef fedcba9876543210"]
    #expect(Set(others.map(\.id) + [plan.id]).count == 6)
  }

  @Test(arguments: [
    ("amount=\"1250.00\"", "amount=\"1250.01\""), ("customer=\"Kund K\"", "customer=\"Kund L\""),
    ("S&lt;2&gt;", "S&lt;3&gt;"), ("delete the draft S4", "delete the draft S5"),
    ("kind=\"manual\"", "kind=\"run-engine\""), ("bytes=\"12\"", "bytes=\"13\""),
  ]) func `a plan that was changed is refused, and can be looked at`(old: String, new: String)
    throws
  {
    let folder = try TemporaryFolder()
    try PlanFile.write(SamplePlan.plan(), to: folder.path("plan.xml"))
    let text = try folder.text("plan.xml")
    let path = try folder.write(text.replacing(old, with: new), to: "changed.xml")
    try #require(folder.text("changed.xml") != text)
    let id = try SamplePlan.plan().id
    #expect {
      try PlanFile(readingFrom: path)
    } throws: { error in
      guard case PlanError.changed(path, id, _)? = error as? PlanError else { return false }
      return true
    }
    #expect(try PlanFile(viewing: path).change != nil)
  }

  @Test(arguments: [
    ("<snapshot", "<snapshut", 3), ("kind=\"manual\"", "kind=\"magic\"", 36),
    ("approved=\"true\"", "approved=\"yes\"", 29), ("id=\"00000000000000a4\"", "id=\"a4\"", 36),
    ("currency=\"SEK\" amount=\"0.00\"", "currency=\"sek\" amount=\"0.00\"", 29),
    ("amount=\"0.00\"", "amount=\"0,00\"", 29), ("operation=\"mark\"", "operation=\"pay\"", 6),
    ("amount=\"0.00\"", "amount=\"0.00\" cost=\"1\"", 29),
  ]) func `what a plan cannot say is refused, with its line`(old: String, new: String, line: Int)
    throws
  {
    let folder = try TemporaryFolder()
    try PlanFile.write(SamplePlan.plan(), to: folder.path("plan.xml"))
    let text = try folder.text("plan.xml").replacing(old, with: new)
    let path = try folder.write(text, to: "wrong.xml")
    #expect {
      try PlanFile(readingFrom: path)
    } throws: { error in
      guard case .wrong(path, let found, _)? = error as? PlanError else { return false }
      return found == line
    }
  }

  @Test(arguments: [
    "", "no plan", "<a/>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>",
    "<repair-plan xmlns=\"urn:mirror-audit:repair-plan:1\"/>", "<repair-plan",
  ]) func `what is no plan is refused`(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "none.xml")
    #expect(throws: PlanError.self) { try PlanFile(readingFrom: path) }
  }

  @Test func `a file that is not there, and a place where none can be written`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: PlanError.self) { try PlanFile(readingFrom: folder.path("none.xml")) }
    #expect(throws: PlanError.self) {
      try PlanFile.write(SamplePlan.plan(), to: folder.path("none/plan.xml"))
    }
    #expect(try folder.names == [])
  }
}
