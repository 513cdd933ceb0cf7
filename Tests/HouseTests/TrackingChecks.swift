/// What belongs in the repository and what does not.
enum TrackingChecks {
  private static let folders = [
    ".build", ".swiftpm", ".mirror-audit", "DerivedData", "__pycache__", ".index-build",
  ]
  private static let endings = [
    ".o", ".a", ".so", ".swiftmodule", ".swiftdoc", ".xctest", ".profdata", ".profraw", ".sqlite",
    ".sqlite-wal", ".sqlite-shm", ".pyc",
  ]

  /// What a build or a run leaves behind; only the sample of reports is kept.
  static func output(_ paths: [String]) -> [Offence] {
    paths.filter { path in
      let parts = path.split(separator: "/")
      let isBuilt = parts.dropLast().contains { part in folders.contains { part.hasPrefix($0) } }
      let isReport = path.hasPrefix("reports/") && !path.hasPrefix("reports/sample/")
      return isBuilt || isReport || endings.contains { path.hasSuffix($0) }
    }.map {
      Offence(
        path: $0, what: "a build or a run made it",
        mend: "git rm --cached it, and name it in .gitignore")
    }
  }

  /// Paths in backticks that the docs name and that are not there.
  static func deadPaths(_ docs: [SourceFile], exists: (String) -> Bool) -> [Offence] {
    let folders = ["Sources/", "Tests/", "Fixtures/", "docs/", "reports/sample", ".ci/"]
    return docs.flatMap { doc in
      doc.lines.enumerated().flatMap { place, line in
        line.components(between: "`").filter { path in
          let isPath = folders.contains { path.hasPrefix($0) } && !path.contains("<")
          return isPath && !path.contains(" ") && !path.contains("*") && !exists(path)
        }.map {
          Offence(
            path: doc.path, line: place + 1, what: "there is no `\($0)`",
            mend: "name the file that has it now")
        }
      }
    }
  }

  /// Lines of the sample's summary that a doc quotes, indented, and that it has no longer.
  static func staleQuotes(in doc: SourceFile, of summary: String) -> [Offence] {
    let real = Set(summary.split(separator: "\n").map { "    \($0)" })
    let title = summary.prefix { $0 != "\n" }
    let quoted = doc.lines.enumerated().drop { $0.element != "    \(title)" }
      .prefix { $0.element.isEmpty || $0.element.hasPrefix("    ") }
    if quoted.isEmpty {
      return [
        Offence(path: doc.path, what: "it does not quote the summary", mend: "quote it again")
      ]
    }
    return quoted.filter { !$0.element.isEmpty && $0.element != "    …" }
      .filter { !real.contains(String($0.element)) }.map {
        Offence(
          path: doc.path, line: $0.offset + 1,
          what: "reports/sample/summary.txt has no such line", mend: "quote it again")
      }
  }
}
