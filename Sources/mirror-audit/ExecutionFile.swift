internal import Auditing
internal import Foundation
internal import RepairPlans

/// What became of the last plan, as `execution.xml` tells it.
enum ExecutionFile {
  /// What its actions mended: those that were done, of this group.
  ///
  /// Without a name it is looked for beside the reports, and need not be there.
  static func mendings(_ configuration: Configuration, group: String) throws -> [Mending] {
    let beside = "\(configuration.outFolder)/\(ExecutionFolder.xmlName)"
    let path = configuration.execution ?? beside
    if configuration.execution == nil, !FileManager.default.fileExists(atPath: path) { return [] }
    let execution = try PlanExecution(readingFrom: path)
    guard execution.group == group, !execution.isDryRun else { return [] }
    return execution.results.filter { $0.outcome == .done }.flatMap { result in
      result.findings.map { finding in
        Mending(
          fingerprint: finding, actionID: result.actionID, kind: result.kind,
          planID: execution.planID, at: result.at ?? execution.endedAt,
          invoiceIDs: result.invoiceIDs)
      }
    }
  }
}
