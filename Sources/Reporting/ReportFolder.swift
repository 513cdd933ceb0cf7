internal import Auditing
internal import Invoicing
internal import XML

/// Writes a report's files into a folder: all of them, or none.
package enum ReportFolder {
  /// Writes the report in the given formats, and returns the names of the files in the folder.
  ///
  /// `rejected.csv` is written whatever the formats where rows were set aside, and removed where
  /// none were. Every file is whole on disk, and `report.xml` valid, before the first takes its
  /// place. On a failure the folder is as it was.
  ///
  /// - Parameter whenWhole: called between; where it throws, that is thrown, as a failure.
  @discardableResult
  package static func write(
    _ report: Report, to folder: String, formats: Set<ReportFormat> = Set(ReportFormat.allCases),
    whenWhole: () throws -> Void = {}
  ) throws -> [String] {
    var batch = try FileBatch(folder: folder)
    var names: [String] = []
    let files = Self.files(of: report, in: formats)
    for file in files {
      try batch.add(file.name) { path throws(ReportError) in try file.write(report, path) }
      names.append(file.name)
    }
    try whenWhole()
    let hasRejected = files.contains { $0.name == rejected.name }
    try batch.commit(removing: hasRejected ? nil : rejected.name)
    return names
  }

  private struct File {
    let name: String
    let write: @Sendable (Report, String) throws(ReportError) -> Void
  }

  private static func files(of report: Report, in formats: Set<ReportFormat>) -> [File] {
    var files: [File] = []
    if !report.audit.books.rejected.isEmpty { files.append(rejected) }
    if formats.contains(.csv) { files += [findings, tieOut] }
    if formats.contains(.xml) { files += [schema, xml] }
    return files
  }

  private static let findings = File(name: "findings.csv", write: FindingsCSV.write)
  private static let tieOut = File(name: "tie-out.csv", write: TieOutCSV.write)
  private static let rejected = File(name: "rejected.csv", write: RejectedCSV.write)
  private static let schema = File(name: "report.xsd") { _, path throws(ReportError) in
    var file = try OutputFile(path: path)
    file.append(ReportSchema.bytes)
    try file.close()
  }
  private static let xml = File(name: "report.xml") { report, path throws(ReportError) in
    do throws(XMLWriteError) {
      try ReportXML.write(report, to: path)
    } catch {
      throw ReportError(error)
    }
    try ReportSchema.check(reportAt: path, as: "report.xml")
  }
}
