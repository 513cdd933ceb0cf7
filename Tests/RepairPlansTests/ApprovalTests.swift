import Foundation
import Invoicing
import RepairPlans
import Testing

@Suite struct ApprovalTests {
  private func approve(_ ids: [String]?) throws -> RepairPlan {
    try SamplePlan.plan().approving(
      ids, by: "bo", at: SamplePlan.moment("2023-06-02T08:00:00Z"), path: "plan.xml")
  }

  @Test func `all that wait are approved, and the rest is as it was`() throws {
    let approved = try approve(nil)
    #expect(approved.actions.map { $0.approval?.by } == ["bo", nil, "anna@example.com", nil])
    #expect(approved.actions.map(\.mayRun) == [true, true, true, false])
    #expect(approved.approvers == ["anna@example.com", "bo"])
    #expect(try SamplePlan.plan().actions.map(\.mayRun) == [false, true, true, false])
  }

  @Test func `one is approved by its id`() throws {
    let approved = try approve(["00000000000000a1"])
    #expect(approved.actions.compactMap { $0.approval?.by } == ["bo", "anna@example.com"])
    #expect(approved.actions[0].approval?.at.description == "2023-06-02T08:00:00Z")
  }

  @Test func `the plan drawn again keeps its approvals, another one does not`() throws {
    let approved = try approve(nil)
    #expect(try SamplePlan.plan().keepingApprovals(of: approved) == approved)
    var other = try SamplePlan.plan()
    other.group = "another"
    #expect(other.keepingApprovals(of: approved) == other)
  }

  @Test(arguments: [
    (
      ["00000000000000b1"],
      "plan.xml: there is no action '00000000000000b1'; there is 00000000000000a1, "
        + "00000000000000a2, 00000000000000a3"
    ),
    (["zz"], "plan.xml: there is no action 'zz'"),
    (
      ["00000000000000a4"],
      "plan.xml: 00000000000000a4 is left to hands: there is nothing that an engine could do with "
        + "an approval"
    ),
  ]) func `an approval that cannot be is refused`(ids: [String], words: String) throws {
    let error = #expect(throws: PlanError.self) { try approve(ids) }
    #expect(error?.description == words)
  }

  @Test func `nobody approves nothing`() throws {
    let error = #expect(throws: PlanError.self) {
      try SamplePlan.plan().approving(
        nil, by: "", at: SamplePlan.moment("2023-06-02T08:00:00Z"), path: "plan.xml")
    }
    #expect(
      error?.description
        == "--by names who approves: a principal of the allowed-signers file")
  }
}
