import Testing

@testable import RepairPlans

@Suite struct PlanErrorTests {
  @Test(
    arguments: [
      (
        PlanError.cannot(.read, path: "p.xml", reason: "Permission denied"),
        "cannot read 'p.xml': Permission denied"
      ),
      (
        .notXML(path: "p.xml", line: 3, column: 4, reason: "not well-formed: oh"),
        """
        p.xml:3:4: not well-formed: oh
          expected: a repair-plan.xml as mirror-audit writes it
        """
      ),
      (
        .wrong(path: "p.xml", line: 3, detail: "<action> lacks the attribute 'id'"),
        """
        p.xml:3: <action> lacks the attribute 'id'
          expected: what repair-plan.xsd allows
        """
      ),
      (
        .changed(path: "p.xml", bears: "abcdef0123456789", has: "0123456789abcdef"),
        """
        p.xml: the plan was changed after it was drawn: it bears the id abcdef012345, and its \
        content has the id 0123456789ab
          draw it again with 'mirror-audit run --plan'
        """
      ),
      (
        .unknownActions(
          path: "p.xml",
          [.init(id: "a", near: ["b", "c"]), .init(id: "z", near: [])]),
        "p.xml: there is no action 'a'; there is b, c\np.xml: there is no action 'z'"
      ),
      (
        .leftToHands(path: "p.xml", ids: ["a", "b"]),
        "p.xml: a, b are left to hands: there is nothing that an engine could do with an approval"
      ),
      (.noApprover, "--by names who approves: a principal of the allowed-signers file"),
      (
        .ownBug(file: "p.xml", line: 2, message: "oh"),
        """
        p.xml:2: oh
          this is a bug of Mirror Audit: the file breaks its own schema, and was not written
        """
      ),
    ] as [(PlanError, String)]) func `each failure has its words`(error: PlanError, words: String)
  {
    #expect(error.description == words)
  }

  @Test func `nothing that a plan says is obeyed by a terminal`() throws {
    let folder = try TemporaryFolder()
    try PlanFile.write(SamplePlan.plan(), to: folder.path("plan.xml"))
    let text = try folder.text("plan.xml")
      .replacing("kind=\"manual\"", with: "kind=\"\u{9b}2J&#10;&#x7f;\"")
    let refusal = #expect(throws: PlanError.self) {
      try PlanFile(bytes: Array(text.utf8), path: "p.xml")
    }
    let words = try #require(refusal).description
    #expect(words.contains(", not '\u{fffd}2J\u{240a}\u{2421}'\n  expected: "))
  }
}
