internal import Auditing
internal import Foundation
internal import Invoicing
internal import Reporting
internal import Testing

@Suite struct ReportFolderTests {
  private static let files = [
    "findings.csv", "rejected.csv", "report.xml", "report.xsd", "tie-out.csv",
  ]

  @Test func `a report is all its files and nothing else`() throws {
    let folder = try TemporaryFolder()
    let names = try ReportFolder.write(try SampleReport.make(), to: folder.path)
    #expect(try folder.contents() == Self.files)
    #expect(names.sorted() == Self.files)
  }

  @Test(arguments: [
    ([ReportFormat.csv], ["findings.csv", "rejected.csv", "tie-out.csv"]),
    ([.xml], ["rejected.csv", "report.xml", "report.xsd"]), ([], ["rejected.csv"]),
  ])
  func `only the formats that were asked for are written`(
    _ formats: [ReportFormat], _ expected: [String]
  ) throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path, formats: Set(formats))
    #expect(try folder.contents() == expected)
  }

  @Test func `the folder is made with those that it lies in`() throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: "\(folder.path)/a/b/c/")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/a/b/c/report.xml"))
  }

  @Test func `the same report has the same bytes, wherever and over whatever it is written`() throws
  {
    let one = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("old", to: "report.xml")
    try ReportFolder.write(try SampleReport.make(), to: one.path)
    try ReportFolder.write(try SampleReport.make(), to: other.path)
    try ReportFolder.write(try SampleReport.make(), to: other.path)
    for name in Self.files { #expect(try one.read(name) == other.read(name)) }
  }

  @Test func `an invalid report is said, and the earlier one is left as it was`() throws {
    let folder = try TemporaryFolder()
    try ReportFolder.write(try SampleReport.make(), to: folder.path)
    let before = try Self.files.map(folder.read)
    var broken = try SampleReport.make()
    broken.audit.findings[0].record.fingerprint = ""
    broken.audit.findings[1].record.cause = "another"
    let error = try #require(throws: ReportError.self) {
      try ReportFolder.write(broken, to: folder.path)
    }
    guard case .invalid(let file, let line, let message) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(file == "report.xml")
    #expect(line > 1)
    #expect(message.contains("fingerprint"))
    #expect(try folder.contents() == Self.files)
    #expect(try Self.files.map(folder.read) == before)
  }

  @Test(arguments: files)
  func `a folder in the way leaves all as it was`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let inTheWay = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(atPath: inTheWay, withIntermediateDirectories: true)
    #expect(throws: ReportError.folderInTheWay(inTheWay)) {
      try ReportFolder.write(try SampleReport.make(), to: folder.path)
    }
    #expect(try folder.contents() == [name])
  }

  @Test func `a file where the folder must be is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "out")
    #expect(throws: ReportError.self) {
      try ReportFolder.write(try SampleReport.make(), to: "\(folder.path)/out")
    }
    #expect(try folder.contents() == ["out"])
  }

  @Test func `two runs do not write one folder at a time`() throws {
    let folder = try TemporaryFolder()
    let other = try FolderLock(folder.path)
    #expect(throws: ReportError.folderIsBusy(folder.path)) {
      try ReportFolder.write(try SampleReport.make(), to: folder.path)
    }
    other.release()
    try ReportFolder.write(try SampleReport.make(), to: folder.path)
    #expect(try folder.contents() == Self.files)
  }

  /// A report of so many findings, each with an id of its own.
  private static func report(findings count: Int) throws -> Report {
    var report = try SampleReport.make()
    let one = report.audit.findings[3]
    report.audit.findings = Findings(
      (1...count).map { id in
        var finding = one
        finding.record.receivedID = "\(id)"
        return finding
      })
    return report
  }

  @Test func `whoever is told the findings gets each once, in their order, as they are written`()
    throws
  {
    let folder = try TemporaryFolder()
    let report = try Self.report(findings: 7001)
    var told: [String] = []
    try ReportFolder.write(report, to: folder.path) { some in
      for row in some.rows.indices {
        let id = some.place(of: .receivedID, row)
        told.append(String(decoding: some.bytes[id], as: UTF8.self))
      }
    }
    #expect(told == (1...7001).map(String.init))
    let rows = try folder.read("findings.csv").split(separator: "\n").dropFirst()
    #expect(
      rows.map { row in String(row.split(separator: ",", omittingEmptySubsequences: false)[4]) }
        == told)
  }

  @Test func `where nobody can be told, the folder is as it was`() throws {
    struct Deaf: Error {}
    let folder = try TemporaryFolder()
    let report = try Self.report(findings: 7001)
    var pieces = 0
    #expect(throws: Deaf.self) {
      try ReportFolder.write(
        report, to: folder.path,
        telling: { _ in
          pieces += 1
          if pieces == 3 { throw Deaf() }
        })
    }
    #expect(pieces == 3)
    #expect(try folder.contents() == [])
  }

  @Test func `what a killed run left is overwritten`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "x", count: 100_000), to: ".report.xml.part")
    try ReportFolder.write(try SampleReport.make(), to: folder.path)
    #expect(try folder.contents() == Self.files)
  }

  @Test func `rejected rows of an earlier run do not outlive it`() throws {
    let folder = try TemporaryFolder()
    var report = try SampleReport.make()
    try ReportFolder.write(report, to: folder.path)
    var draft = BooksDraft(header: report.audit.books.header)
    draft.inputs = report.audit.books.inputs
    report.audit.books = Books(draft)
    report.audit.links = []
    report.audit.findings = []
    try ReportFolder.write(report, to: folder.path)
    #expect(try folder.contents() == Self.files.filter { $0 != "rejected.csv" })
  }
}
