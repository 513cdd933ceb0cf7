internal import Foundation
internal import XML

/// The files that say what became of a plan: `execution.xml` and `execution.csv`.
package enum ExecutionFolder {
  package static let xmlName = "execution.xml"
  package static let csvName = "execution.csv"

  /// Writes both into a folder, which is made where there is none; each is whole or is as it was.
  ///
  /// - Returns: their paths.
  @discardableResult
  package static func write(
    _ execution: PlanExecution, to folder: String
  ) throws(PlanError) -> [String] {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannot(.write, path: folder, reason: error.localizedDescription)
    }
    let xml = "\(folder)/\(xmlName)"
    try WholeFile.write(to: xml) { temporary throws(PlanError) in
      try writeXML(execution, to: temporary, as: xml)
    }
    let csv = "\(folder)/\(csvName)"
    try WholeFile.write(to: csv) { temporary throws(PlanError) in
      try writeCSV(execution, to: temporary, as: csv)
    }
    return [xml, csv]
  }

  private static func writeCSV(
    _ execution: PlanExecution, to path: String, as name: String
  ) throws(PlanError) {
    do {
      try Data(ExecutionCSV.text(of: execution).utf8).write(to: URL(filePath: path))
      let file = try FileHandle(forUpdating: URL(filePath: path))
      try file.synchronize()
      try file.close()
    } catch {
      throw .cannot(.write, path: name, reason: error.localizedDescription)
    }
  }

  private static func writeXML(
    _ execution: PlanExecution, to path: String, as name: String
  ) throws(PlanError) {
    do throws(XMLWriteError) {
      try ExecutionXML.write(execution, to: path)
    } catch {
      throw WholeFile.refusal(error, name)
    }
    let violation = try RepairPlanSchema.check(
      fileAt: path, against: RepairPlanSchema.execution)
    if let violation {
      throw .ownBug(file: name, line: violation.line, message: violation.message)
    }
  }
}
