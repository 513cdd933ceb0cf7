import Foundation
import RepairPlans
import Testing

/// From the story's end: audit, plan, approve, sign, execute, audit.
@Suite struct StoryLoopTests {
  @Test func `the loop ends with nothing but what the plan left to hands`() throws {
    let (folder, plan) = try PreparedStory.copy()
    let before = try Folder(copying: folder)
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    try loop.configure(server.address)
    let result = try loop.execute(codes: [2])
    #expect(result.errors == "")
    let outcomes = try loop.outcomes()
    #expect(outcomes.count == plan.actions.count)
    #expect(plan.actions.filter { $0.mayRun }.allSatisfy { outcomes[$0.id] == "done" })
    try loop.audit(codes: [2])
    server.stop()
    try #require(plan.actions.count { $0.mayRun } > 40)
    #expect(Set(plan.actions.filter { $0.mayRun }.map(\.kind)).count == 7)
    BooksJudge.expectNone(try BooksJudge(before: before, after: folder, plan: plan).complaints())
    let audited = try Audited(folder)
    #expect(audited.unexpected(of: plan) == [])
    #expect(audited.unexplained == [])
    let mending = plan.actions.filter { $0.mayRun && !$0.findings.isEmpty }.map(\.id)
    #expect(audited.menders == Set(mending))
  }

  @Test func `a second execution does nothing, and says what the first did`() throws {
    let (folder, plan) = try PreparedStory.copy()
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    try loop.configure(server.address)
    _ = try loop.execute(codes: [2])
    let first = try folder.text("report/execution.csv")
    server.stop()
    let between = try Folder(copying: folder)
    // Nobody answers: not one request is made.
    let again = try loop.execute(codes: [2])
    #expect(again.output.contains("done"))
    #expect(try folder.text("report/execution.csv") == first)
    let judge = try BooksJudge(before: between, after: folder, plan: plan)
    BooksJudge.expectNone(try judge.complaints(without: Set(plan.actions.map(\.id))))
  }

  @Test func `every fault at thirty per cent changes nothing but the time it takes`() throws {
    try survives(faults: Faults.all(0.3), executors: 1)
  }

  @Test func `two executors with journals of their own, among faults`() throws {
    try survives(faults: Faults.all(0.3), executors: 2)
  }

  private func survives(faults: String, executors: Int) throws {
    let (folder, plan) = try PreparedStory.copy()
    let before = try Folder(copying: folder)
    let server = try Server(folder, faults: faults, seed: 7)
    let loop = Loop(folder: folder)
    try loop.configure(
      server.address, system: "timeout-seconds = 1",
      engine: "retry-budget-seconds = 60\nvisible-after-seconds = 1")
    let others = try (1..<executors).map { _ in Loop(folder: try Folder(copying: folder)) }
    for _ in 0..<6 {
      let running = try others.map {
        try Program([Program.built("mirror-engine")] + Loop.execution, in: $0.folder)
      }
      let code = try loop.execute(codes: [0, 1, 2]).code
      let codes = try running.map { try $0.result().code }
      // What is unknown ends with 2 as well, and is asked for again by the next run.
      let isSettled = try ([loop] + others).allSatisfy { loop in
        try loop.outcomes().values.allSatisfy { $0 != "unknown" && $0 != "failed" }
      }
      if code == 2, codes.allSatisfy({ $0 == 2 }), isSettled { break }
    }
    server.stop()
    BooksJudge.expectNone(try BooksJudge(before: before, after: folder, plan: plan).complaints())
    let outcomes = try loop.outcomes()
    let unsettled = outcomes.filter { $0.value == "failed" || $0.value == "unknown" }
    let why = try folder.text("report/execution.csv").split(separator: "\n")
      .filter { line in unsettled.keys.contains { line.hasPrefix($0) } }
    #expect(why == [])
    if executors == 1 {
      #expect(plan.actions.filter { $0.mayRun }.allSatisfy { outcomes[$0.id] == "done" })
    }
  }
}
