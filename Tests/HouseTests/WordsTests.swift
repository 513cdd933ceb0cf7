internal import Testing

@Suite struct WordsTests {
  init() throws {
    try #require(House.swift.count > 50)
    try #require(House.texts.count > House.swift.count)
    try #require(!UnsafeFiles.allowed.isEmpty)
  }

  @Test func `nothing is taken on trust`() {
    expectNone(WordChecks.trusting(House.swift))
  }

  @Test func `nothing is left for later`() {
    expectNone(WordChecks.postponed(House.texts))
  }

  @Test func `no file names a place on one machine`() {
    expectNone(WordChecks.machinePaths(House.texts))
  }

  @Test func `memory is handled by hand in listed files alone`() {
    expectNone(WordChecks.memory(House.swift, allowed: UnsafeFiles.allowed))
    #expect(UnsafeFiles.allowed.values.allSatisfy { $0.split(separator: " ").count > 3 })
  }
}

@Suite struct WordsProofs {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "Sources/Room/A.swift", text: text)
  }

  @Test(arguments: [
    "let a = try! b()", "let a = b as! C", "struct A: @unchecked Sendable {}",
    "nonisolated(unsafe) var a = 1", "let a = \"\\(try! b())\"",
  ])
  func `what is taken on trust is found`(_ text: String) {
    #expect(WordChecks.trusting([file("\n" + text)]).map(\.line) == [2])
  }

  @Test(arguments: ["try b()", "let hasTry = as", "// try! this", "let a = \"as! b\""])
  func `what only looks so is not`(_ text: String) {
    #expect(WordChecks.trusting([file(text)]) == [])
  }

  @Test func `what is left for later is found, in comments too`() {
    #expect(WordChecks.postponed([file("// \("TO" + "DO"): more")]).count == 1)
    #expect(WordChecks.postponed([file("\("FIX" + "ME")")]).count == 1)
    #expect(WordChecks.postponed([file("let METHODO = 1")]) == [])
  }

  @Test(arguments: ["work", "tmp", "root", "home"])
  func `a place on one machine is found`(_ folder: String) {
    #expect(WordChecks.machinePaths([file("let a = \"/\(folder)/b\"")]).count == 1)
    #expect(WordChecks.machinePaths([file("let a = \"b/\(folder)s/c\"")]) == [])
  }

  @Test func `memory handled by hand in a file that is not listed is found`() {
    let speaking = file("let a = unsafe b()")
    #expect(WordChecks.memory([speaking], allowed: [:]).count == 1)
    #expect(WordChecks.memory([speaking], allowed: [speaking.path: "it holds"]) == [])
    #expect(WordChecks.memory([file("// unsafe")], allowed: [:]) == [])
  }

  @Test func `a listed file that handles no memory is found`() {
    #expect(WordChecks.memory([file("let a = b()")], allowed: ["Sources/B.swift": ""]).count == 1)
  }
}
