package import Auditing
internal import Invoicing

/// Writes a report's files into a folder: all of them, or none.
package enum ReportFolder {
  /// Writes the report in the given formats, and returns the names of the files in the folder.
  ///
  /// `rejected.csv` is written whatever the formats where rows were set aside, `forecast.csv` where
  /// the report has one; where not, an older one is removed. Every file is whole on disk, and
  /// `report.xml` valid, before the first takes its place. On a failure the folder is as it was.
  ///
  /// - Parameters:
  ///   - added: files of other rooms, which are whole before any takes its place too.
  ///   - telling: gets all findings as they are kept, in their order, some at a time.
  ///   - whenWhole: called between; where it throws, that is thrown, as a failure.
  @discardableResult
  package static func write(
    _ report: Report, to folder: String, formats: Set<ReportFormat> = Set(ReportFormat.allCases),
    adding added: [AddedFile] = [], telling: (KeptFindings) throws -> Void = { _ in },
    whenWhole: () throws -> Void = {}
  ) throws -> [String] {
    var batch = try FileBatch(folder: folder)
    let files = Self.files(of: report, in: formats)
    var listing = FindingFiles()
    for file in files {
      let path = try batch.add(file.name)
      switch file.content {
      case .whole(let write): try write(report, path)
      case .findings: listing.csv = path
      case .report: listing.xml = path
      }
    }
    try listing.write(report, telling: telling)
    for file in added { try file.write(try batch.add(file.name)) }
    try whenWhole()
    let stale = [rejected.name, forecast.name].filter { name in
      !files.contains { $0.name == name }
    }
    try batch.commit(removing: stale)
    return files.map(\.name) + added.map(\.name)
  }

  /// Writes files of other rooms alone, all of them or none; returns their names.
  package static func write(_ added: [AddedFile], to folder: String) throws -> [String] {
    var batch = try FileBatch(folder: folder)
    for file in added { try file.write(try batch.add(file.name)) }
    try batch.commit()
    return added.map(\.name)
  }

  private struct File: Sendable {
    enum Content: Sendable {
      case whole(@Sendable (Report, String) throws(ReportError) -> Void)
      /// These list the findings, and are written together.
      case findings
      case report
    }

    let name: String
    let content: Content
  }

  private static func files(of report: Report, in formats: Set<ReportFormat>) -> [File] {
    var files: [File] = []
    if !report.audit.books.rejected.isEmpty { files.append(rejected) }
    if formats.contains(.csv) { files += [findings, tieOut] }
    if report.forecast != nil { files.append(forecast) }
    if formats.contains(.xml) { files += [schema, xml] }
    return files
  }

  private static let findings = File(name: "findings.csv", content: .findings)
  private static let xml = File(name: "report.xml", content: .report)
  private static let tieOut = File(name: "tie-out.csv", content: .whole(TieOutCSV.write))
  private static let rejected = File(name: "rejected.csv", content: .whole(RejectedCSV.write))
  private static let forecast = File(
    name: "forecast.csv",
    content: .whole { report, path throws(ReportError) in
      try ForecastCSV.write(report.forecast ?? [], to: path)
    })
  private static let schema = File(
    name: "report.xsd",
    content: .whole { _, path throws(ReportError) in
      var file = try OutputFile(path: path)
      file.append(ReportSchema.bytes)
      try file.close()
    })
}
