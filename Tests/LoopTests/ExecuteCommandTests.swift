import Foundation
import Invoicing
import RepairPlans
import Testing

/// `mirror-engine execute`, as its user meets it.
@Suite struct ExecuteCommandTests {
  private static let prepared = Result { try SmallBook.prepare().keptToTheEnd() }

  /// Copies of the folder, served: the books before, and the loop.
  private func with(
    settings: String = "", _ body: (Loop, RepairPlan) throws -> Set<String>
  ) throws {
    let folder = try Folder(copying: Self.prepared.get())
    let server = try Server(folder)
    let loop = Loop(folder: folder)
    try loop.configure(server.address, engine: settings)
    let plan = try loop.plan
    let done = try body(loop, plan)
    server.stop()
    let skipped = Set(plan.actions.map(\.id)).subtracting(done)
    let judge = try BooksJudge(before: try Self.prepared.get(), after: folder, plan: plan)
    BooksJudge.expectNone(try judge.complaints(without: skipped))
  }

  @Test func `a dry run checks everything and writes nothing`() throws {
    try with { loop, plan in
      let journal = try loop.engine(["journal", "--json"]).output
      let result = try loop.engine(["execute", Loop.plan, "--dry-run"], codes: [0, 2])
      #expect(result.output.hasPrefix("Dry run, nothing was written: "))
      let outcomes = try loop.outcomes()
      #expect(plan.actions.filter { $0.mayRun }.allSatisfy { outcomes[$0.id] == "done" })
      #expect(try loop.engine(["journal", "--json"]).output == journal)
      #expect(
        try PlanExecution(readingFrom: loop.folder.file("report/execution.xml")).isDryRun)
      return []
    }
  }

  @Test func `only what is asked for is done, and the next goes on`() throws {
    try with { loop, plan in
      let runnable = plan.actions.filter { $0.mayRun }.map(\.id)
      let (first, second) = (runnable[0], runnable[1])
      #expect(try loop.execute("--only", first).code == 0)
      #expect(try loop.outcomes() == [first: "done"])
      #expect(try loop.execute("--only", second).code == 0)
      #expect(try loop.outcomes() == [first: "done", second: "done"])
      let misspelt = try loop.execute("--only", "0000", codes: [1])
      #expect(misspelt.errors.contains("there is no action '0000'"))
      return [first, second]
    }
  }

  @Test func `what goes beyond an amount is not done, and said`() throws {
    try with { loop, plan in
      let runnable = plan.actions.filter { $0.mayRun }
      let free = runnable.filter { $0.amount.minorUnits == 0 }
      try #require(!free.isEmpty && free.count < runnable.count)
      let result = try loop.execute("--max-amount", "SEK=0", codes: [2])
      #expect(result.output.contains("beyond --max-amount: it moves "))
      let outcomes = try loop.outcomes()
      for action in runnable {
        let isFree = action.amount.minorUnits == 0
        #expect(outcomes[action.id] == (isFree ? "done" : "unapproved"))
      }
      return Set(free.map(\.id))
    }
  }

  @Test func `without a terminal and without --yes nothing is done`() throws {
    try with { loop, _ in
      let result = try loop.engine(["execute", Loop.plan], codes: [64])
      #expect(result.errors.contains("There is no terminal to ask at before the first write"))
      #expect(!loop.folder.has("report/execution.xml"))
      return []
    }
  }

  /// A line of the configuration or a change to the files, and the beginning of what is said.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var settings = ""
    var spoil: @Sendable (Folder) throws -> Void = { _ in }
    let words: String
  }

  static let refusals = [
    Refusal(
      testDescription: "a changed byte",
      spoil: { folder in
        let text = try folder.text(Loop.plan)
        try folder.write(text.replacing("days=\"30\"", with: "days=\"31\""), to: Loop.plan)
      }, words: "the plan was changed after it was drawn"),
    Refusal(
      testDescription: "a changed approval",
      spoil: { folder in
        let text = try folder.text(Loop.plan)
        try folder.write(text.replacing(Loop.principal, with: "mallory"), to: Loop.plan)
      }, words: "the plan was changed after it was signed"),
    Refusal(
      testDescription: "a stranger's signature",
      spoil: { folder in
        try folder.remove("key")
        try folder.copy("allowed_signers", as: "kept")
        try folder.remove("\(Loop.plan).sig")
        try Loop(folder: folder).sign()
        try folder.remove("allowed_signers")
        try folder.copy("kept", as: "allowed_signers")
      }, words: "the plan is signed by a stranger"),
    Refusal(
      testDescription: "no signature", spoil: { try $0.remove("\(Loop.plan).sig") },
      words: "the plan is not signed"),
    Refusal(
      testDescription: "an approver who is no signer",
      spoil: { folder in
        let text = try folder.text("allowed_signers")
        try folder.write(
          text.replacing(Loop.principal, with: "bert@example.com"), to: "allowed_signers")
      }, words: "anna@example.com approved"),
    Refusal(
      testDescription: "another group",
      spoil: { folder in
        let text = try folder.text("mirror-engine.toml")
        try folder.write(
          text.replacing(/group-name = ".*"/, with: "group-name = \"Others\""),
          to: "mirror-engine.toml")
      }, words: "this engine works for 'Others'"),
  ]

  @Test(arguments: refusals)
  func `a plan that is not to be executed is refused in a sentence`(_ refusal: Refusal) throws {
    try with(settings: refusal.settings) { loop, _ in
      let plan = try loop.folder.text(Loop.plan)
      try refusal.spoil(loop.folder)
      let result = try loop.execute(codes: [1])
      #expect(result.errors.contains(refusal.words), "\(result.errors)")
      #expect(!loop.folder.has("report/execution.xml"))
      try loop.folder.write(plan, to: Loop.plan)
      return []
    }
  }

  @Test func `of two executors on one journal the second is kept out`() throws {
    let folder = try Folder(copying: Self.prepared.get())
    let server = try Server(
      folder, faults: Faults.slow(["PUT client/invoice", "GET client/invoice"], milliseconds: 200))
    let loop = Loop(folder: folder)
    try loop.configure(server.address)
    let first = try Program([Program.built("mirror-engine")] + Loop.execution, in: folder)
    while try loop.engine(["journal"]).output.contains("is about to") == false,
      first.process.isRunning
    {}
    let second = try loop.execute(codes: [1])
    #expect(second.errors.contains("works with the journal"))
    #expect([0, 2].contains(try first.result().code))
    server.stop()
    let judge = try BooksJudge(
      before: try Self.prepared.get(), after: folder, plan: try loop.plan)
    BooksJudge.expectNone(try judge.complaints())
  }
}
