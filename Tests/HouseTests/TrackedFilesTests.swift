internal import Testing

@Suite struct TrackedFilesTests {
  @Test(.enabled(if: House.isTracked, "git does not track this folder"))
  func `nothing that a build or a run makes is tracked`() throws {
    try #require(House.paths.count > 100)
    expectNone(TrackingChecks.output(House.paths))
  }

  @Test func `the docs name files that are there`() throws {
    let docs = House.texts.filter { $0.path.hasPrefix("docs/") || $0.path == "README.md" }
    try #require(docs.count >= 3)
    expectNone(TrackingChecks.deadPaths(docs, exists: House.exists))
  }

  @Test func `the summary that the readme quotes is the sample's`() throws {
    let readme = try #require(House.file("README.md"))
    let summary = try #require(House.file("reports/sample/summary.txt"))
    expectNone(TrackingChecks.staleQuotes(in: readme, of: summary.text))
  }

  @Test(arguments: [
    ".build/debug/a", ".build-fuzz/a", "Sources/A/a.o", "reports/may/report.xml",
    "a/.mirror-audit/audit.sqlite", "tools/__pycache__/a.pyc",
  ])
  func `what a build or a run made is found`(_ path: String) {
    #expect(TrackingChecks.output([path]).count == 1)
  }

  @Test func `sources and the sample are not`() {
    let paths = ["Sources/A/A.swift", "reports/sample/report.xml", ".ci/run", "docs/rules.md"]
    #expect(TrackingChecks.output(paths) == [])
  }

  @Test func `a path in the docs that is not there is found`() {
    let text = "See `Sources/A.swift`,\n`Sources/B.swift`, `Tests/<Room>Tests` and `swift build`."
    let doc = SourceFile(path: "docs/a.md", text: text)
    let found = TrackingChecks.deadPaths([doc]) { $0 == "Sources/A.swift" }
    #expect(found.map(\.line) == [2])
  }

  @Test func `a quote that the summary does not have is found, and so is none at all`() {
    func readme(_ text: String) -> SourceFile { SourceFile(path: "README.md", text: text) }
    let summary = "Group\n\n  total 1\n"
    let lines = { (text: String) in
      TrackingChecks.staleQuotes(in: readme(text), of: summary).map(\.line)
    }
    #expect(lines("a\n    Group\n\n      total 1\n    …\n\nb") == [])
    #expect(lines("a\n    Group\n\n      total 2\n") == [4])
    #expect(lines("a") == [nil])
  }
}
