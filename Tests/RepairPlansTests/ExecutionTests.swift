import Foundation
import Invoicing
import RepairPlans
import Testing

@Suite struct ExecutionTests {
  private func execution() throws -> PlanExecution {
    let plan = try SamplePlan.plan()
    let at = try SamplePlan.moment("2023-06-02T08:00:00Z")
    return PlanExecution(
      planID: plan.id, snapshotIdentity: plan.snapshotIdentity, group: plan.group,
      engine: "mirror-engine 0.1.0", isDryRun: false, startedAt: at, endedAt: at,
      results: [
        ActionResult(
          of: plan.actions[0], outcome: .done, invoiceIDs: ["5001", "S\"2"], at: at,
          why: "made 5001, and read back"),
        ActionResult(of: plan.actions[1], outcome: .stale, at: at, why: "=it was booked, since"),
        ActionResult(of: plan.actions[2], outcome: .unapproved, why: "nobody approved it"),
        ActionResult(of: plan.actions[3], outcome: .manual, why: "by hand"),
      ])
  }

  @Test func `an execution that is written and read says the same`() throws {
    let folder = try TemporaryFolder()
    let execution = try execution()
    let files = try ExecutionFolder.write(execution, to: folder.path("out"))
    #expect(files == [folder.path("out/execution.xml"), folder.path("out/execution.csv")])
    #expect(try PlanExecution(readingFrom: files[0]) == execution)
    try Golden.expect(folder.text("out/execution.xml"), is: "execution.xml")
    try Golden.expect(folder.text("out/execution.csv"), is: "execution.csv")
  }

  @Test(
    arguments: [
      ([.done, .done], 0), ([.done, .stale], 2), ([.manual], 2), ([.unapproved], 2),
      ([.unknown], 2),
      ([.done, .failed, .stale], 1), ([], 0),
    ] as [([ActionOutcome], Int32)]) func `its exit code says the worst of it`(
      outcomes: [ActionOutcome], code: Int32
    ) throws
  {
    var execution = try execution()
    let action = try SamplePlan.create()
    execution.results = outcomes.map { ActionResult(of: action, outcome: $0, why: "") }
    #expect(execution.exitCode == code)
  }

  @Test(arguments: [("outcome=\"stale\"", "outcome=\"odd\""), ("<execution", "<exec")])
  func `what is no execution is refused`(old: String, new: String) throws {
    let folder = try TemporaryFolder()
    try ExecutionFolder.write(execution(), to: folder.path)
    let text = try folder.text("execution.xml").replacing(old, with: new)
    let path = try folder.write(text, to: "wrong.xml")
    #expect(throws: PlanError.self) { try PlanExecution(readingFrom: path) }
  }
}
