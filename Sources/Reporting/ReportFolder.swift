internal import Auditing
internal import Dispatch
internal import Invoicing
internal import Synchronization
internal import XML

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
  ///   - whenWhole: called between; where it throws, that is thrown, as a failure.
  @discardableResult
  package static func write(
    _ report: Report, to folder: String, formats: Set<ReportFormat> = Set(ReportFormat.allCases),
    adding added: [AddedFile] = [], whenWhole: () throws -> Void = {}
  ) throws -> [String] {
    var batch = try FileBatch(folder: folder)
    let files = Self.files(of: report, in: formats)
    var paths: [String] = []
    for file in files { paths.append(try batch.add(file.name)) }
    try write(files, of: report, at: paths)
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

  /// Writes the files on as many cores as there are; throws the failure of the first that failed.
  private static func write(_ files: [File], of report: Report, at paths: [String]) throws {
    let failures = Mutex<[Int: ReportError]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { place in
      do throws(ReportError) {
        try files[place].write(report, paths[place])
      } catch {
        failures.withLock { $0[place] = error }
      }
    }
    let first = failures.withLock { $0.min { $0.key < $1.key } }
    if let first { throw first.value }
  }

  private struct File: Sendable {
    let name: String
    let write: @Sendable (Report, String) throws(ReportError) -> Void
  }

  private static func files(of report: Report, in formats: Set<ReportFormat>) -> [File] {
    var files: [File] = []
    if !report.audit.books.rejected.isEmpty { files.append(rejected) }
    if formats.contains(.csv) { files += [findings, tieOut] }
    if report.forecast != nil { files.append(forecast) }
    if formats.contains(.xml) { files += [schema, xml] }
    return files
  }

  private static let findings = File(name: "findings.csv", write: FindingsCSV.write)
  private static let tieOut = File(name: "tie-out.csv", write: TieOutCSV.write)
  private static let rejected = File(name: "rejected.csv", write: RejectedCSV.write)
  private static let forecast = File(name: "forecast.csv") { report, path throws(ReportError) in
    try ForecastCSV.write(report.forecast ?? [], to: path)
  }
  private static let schema = File(name: "report.xsd") { _, path throws(ReportError) in
    var file = try OutputFile(path: path)
    file.append(ReportSchema.bytes)
    try file.close()
  }
  private static let xml = File(name: "report.xml") { report, path throws(ReportError) in
    try ReportSchema.check("report.xml", at: path) { copy throws(ReportError) in
      do throws(XMLWriteError) {
        try ReportXML.write(report, to: path, copyTo: copy)
      } catch {
        throw ReportError(error)
      }
    }
  }
}
