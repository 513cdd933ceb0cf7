import Foundation
import Glibc
import Testing

/// What a script relies on: exit codes, files, JSON, words on standard error.
@Suite struct CommandLineTests {
  private func run(_ arguments: [String], _ folder: Folder) throws -> MirrorAuditProcess.Result {
    try MirrorAuditProcess.run(arguments, in: folder)
  }

  @Test(arguments: [
    ["run", "--no-such-option"], ["nonsense"], ["run"], ["explain"], ["diff", "abcd"],
    ["run", "--extract", "x", "--format", "pdf"],
  ])
  func `wrong usage ends with 64`(_ arguments: [String]) throws {
    let result = try run(arguments, Folder())
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.contains("Usage: mirror-audit"))
  }

  @Test func `help shows the defaults`() throws {
    let result = try run(["run", "--help"], Folder())
    #expect(result.code == 0)
    for words in ["(default: reports)", ".mirror-audit beside --out", "(default: all)"] {
      #expect(result.output.contains(words))
    }
  }

  @Test func `completions are made for three shells`() throws {
    for shell in ["bash", "zsh", "fish"] {
      let result = try run(["--generate-completion-script", shell], Folder())
      #expect(result.code == 0)
      #expect(result.output.contains("mirror-audit"))
    }
  }

  @Test func `an extract that is not there is a failure that names it`() throws {
    let folder = try Folder()
    let result = try run(["run", "--extract", "nowhere"], folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("nowhere"))
    #expect(try folder.names(".") == [])
  }

  @Test(arguments: [("o", "."), (".", "."), ("a/o", "a"), ("a//o/", "a"), ("./o", ".")])
  func `the workspace lies beside the folder of reports, however short its name`(
    _ out: String, _ parent: String
  ) throws {
    let folder = try Folder()
    let result = try run(["run", "--extract", fixture, "--out", out], folder)
    #expect(result.code == 2)
    #expect(try folder.names(out).contains("findings.csv"))
    #expect(try folder.names(parent).contains(".mirror-audit"))
  }

  @Test func `a bad row leaves no snapshot and no report, and is set aside with quarantine`() throws
  {
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path("extract"))
    let received = try folder.text("extract/received.csv")
    let broken = received.replacing(
      "invoice,2022-03-14,", with: "invoice,2022-02-30,", maxReplacements: 1)
    try #require(broken != received)
    try folder.write(broken, to: "extract/received.csv")
    let refused = try run(["run", "--extract", "extract", "--out", "out"], folder)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("received.csv:"))
    #expect(refused.errors.contains("issue_date"))
    #expect(refused.errors.contains("2022-02-30"))
    #expect(try folder.names(".") == ["extract"])

    let setAside = try run(["run", "--extract", "extract", "--out", "out", "--quarantine"], folder)
    #expect(setAside.code == 2, "\(setAside.errors)")
    let rejected = try CSVTable(folder.text("out/rejected.csv"))
    #expect(rejected.header == ["file", "line", "column", "reason", "raw"])
    #expect(rejected.rows.count == 1)
    #expect(setAside.output.contains("1 bad row"))
  }

  @Test func `JSON comes for scripts`() throws {
    let folder = try Folder()
    let ran = try run(["run", "--extract", fixture, "--json"], folder)
    #expect(ran.code == 2)
    for arguments in [
      ["report", "--json"], ["explain", "1044", "--json"], ["verify", "--json"],
    ] {
      let result = try run(arguments, folder)
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect(object is [String: Any] || object is [Any], "\(arguments)")
    }
    #expect(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) is [String: Any])
  }

  @Test func `the configuration stands in for options, and the command line goes before it`() throws
  {
    let folder = try Folder()
    try folder.write(
      """
      extract = "\(fixture)"
      out = "from-file"
      format = ["csv"]
      json = true

      [rules]
      grace-days = 400
      """, to: "mirror-audit.toml")
    let ran = try run(["run"], folder)
    #expect(ran.code == 2)
    #expect(try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) is [String: Any])
    #expect(try folder.names("from-file") == ["findings.csv", "tie-out.csv"])
    let rules = try CSVTable(folder.text("from-file/findings.csv")).rows.map { $0["rule"] }
    #expect(!rules.isEmpty && !rules.contains("overdue-mirror"))
    #expect(try run(["run", "--out", "from-line", "--format", "xml"], folder).code == 2)
    #expect(try folder.names("from-line") == ["report.xml", "report.xsd"])
  }

  @Test(arguments: [
    ("grace = 3", "grace"), ("[rules]\ngrace-days = -1", "rules.grace-days"),
    ("format = [\"pdf\"]", "format"), ("out = 3", "out"), ("out =", "line 1"),
  ])
  func `a configuration that is wrong is refused, and where is said`(
    _ text: String, _ place: String
  ) throws {
    let folder = try Folder()
    try folder.write(text, to: "mirror-audit.toml")
    let result = try run(["run", "--extract", fixture], folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("mirror-audit.toml"))
    #expect(result.errors.contains(place), "\(result.errors)")
    #expect(try folder.names(".") == ["mirror-audit.toml"])
  }

  @Test func `an unknown invoice is a failure that offers others`() throws {
    let folder = try Folder()
    _ = try run(["run", "--extract", fixture], folder)
    let result = try run(["explain", "1O44"], folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("1044"))
  }

  @Test func `verify finds a changed byte, and report refuses the snapshot`() throws {
    let folder = try Folder()
    _ = try run(["run", "--extract", fixture], folder)
    #expect(try run(["verify"], folder).code == 0)
    let name = try #require(try folder.names(".mirror-audit/snapshots").first)
    let path = folder.path(".mirror-audit/snapshots/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    for arguments in [["verify"], ["report"], ["explain", "1044"]] {
      let result = try run(arguments, folder)
      #expect(result.code == 1)
      #expect((result.output + result.errors).contains(name))
    }
  }

  @Test func `two auditors do not work in one workspace at once`() throws {
    let folder = try Folder()
    _ = try run(["run", "--extract", fixture], folder)
    let lock = unsafe open(folder.path(".mirror-audit/lock"), O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    let result = try run(["run", "--extract", fixture], folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("mirror-audit:"))
    close(lock)
    #expect(try run(["run", "--extract", fixture], folder).code == 2)
  }
}
