internal import Foundation
internal import Planning
internal import RepairPlans
internal import Reporting

/// The plan of an audit, on its way into the folder of reports.
struct PlanDrawing {
  static let name = "repair-plan.xml"
  private static let schemaName = "repair-plan.xsd"

  let plan: RepairPlan

  /// Draws it; approvals of the same plan, drawn before into the same folder, are kept.
  init(_ audited: AuditFlow.Audited, _ configuration: Configuration) throws {
    let report = audited.report
    let drawn = try Planner.plan(
      report.audit, snapshotIdentity: report.identity, rulesVersion: report.program.rules,
      settings: configuration.planning)
    let path = "\(configuration.outFolder)/\(Self.name)"
    guard FileManager.default.fileExists(atPath: path),
      let before = try? PlanFile(readingFrom: path)
    else {
      plan = drawn
      return
    }
    plan = drawn.keepingApprovals(of: before.plan)
  }

  /// The files of the plan, to be written together with a report's.
  var files: [AddedFile] {
    let plan = plan
    return [
      AddedFile(name: Self.name) { path in
        try PlanFile.writeInPlace(plan, to: path, as: Self.name)
      },
      AddedFile(name: Self.schemaName, bytes: RepairPlanSchema.plan),
    ]
  }

  /// Writes them by themselves; returns their paths.
  func write(to folder: String) throws -> [String] {
    try ReportFolder.write(files, to: folder).map { "\(folder)/\($0)" }
  }
}
