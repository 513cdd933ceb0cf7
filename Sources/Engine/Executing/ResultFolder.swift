internal import Foundation
internal import RepairPlans

/// The folder that `execution.xml` and `execution.csv` go to.
struct ResultFolder: Sendable {
  private let path: String

  /// Makes the folder where there is none.
  ///
  /// - Throws: `ExecutionRefusal.noFolder` where nothing can be written to it: better said before
  ///   the first write than after the last.
  init(_ folder: String?, besides plan: String) throws(ExecutionRefusal) {
    let beside = (plan as NSString).deletingLastPathComponent
    path = folder ?? (beside.isEmpty ? "." : beside)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .noFolder(path: path, reason: error.localizedDescription)
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw .noFolder(path: path, reason: "it may not be written")
    }
  }

  /// Writes both files, and gives their paths; none of a dry run where they tell of a real one.
  func write(_ execution: PlanExecution) throws(PlanError) -> [String] {
    if execution.isDryRun, holdsRealOne { return [] }
    return try ExecutionFolder.write(execution, to: path)
  }

  private var holdsRealOne: Bool {
    let file = "\(path)/\(ExecutionFolder.xmlName)"
    guard FileManager.default.fileExists(atPath: file) else { return false }
    return (try? PlanExecution(readingFrom: file))?.isDryRun != true
  }
}
