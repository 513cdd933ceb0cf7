internal import ArgumentParser
internal import Foundation
internal import RepairPlans
internal import Workspaces

/// Draws the repair plan of a snapshot, or shows a plan.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Draw the repair plan of a snapshot, or show a plan.",
    discussion: """
      Writes repair-plan.xml and its schema into --out. With --show it prints the plan for a \
      person and writes nothing; of a plan's file it shows what that says, be it signed or not, \
      changed or old.
      """)

  @Argument(
    help: ArgumentHelp(
      "A snapshot's path, the beginning of its identity, or a plan's path. (default: the latest "
        + "snapshot)", valueName: "snapshot|plan"))
  var subject: String?

  @Flag(help: "Print what will be made, credited, sent and marked, and what is left to hands.")
  var show = false

  @Option(help: ArgumentHelp("Where the plan is written. (default: reports)", valueName: "dir"))
  var out: String?

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      var configuration = try common.load()
      if let out { configuration.out = out }
      if let subject, PlanFile.isPlan(subject) {
        return try view(subject, asJSON: configuration.isForScripts)
      }
      let flow = AuditFlow(configuration: configuration)
      let workspace = try Workspace.open(configuration.workspaceFolder, create: false)
      let audited = try flow.audit(workspace.snapshot(subject), in: workspace)
      try flow.remembering(audited, flow.tell)
      let drawing = try PlanDrawing(audited, configuration)
      if show {
        return Terminal.write(
          configuration.isForScripts
            ? PlanJSON.text(of: drawing.plan, files: []) : PlanText.text(of: drawing.plan))
      }
      let files = try drawing.write(to: configuration.outFolder)
      Terminal.write(
        configuration.isForScripts
          ? PlanJSON.text(of: drawing.plan, files: files)
          : "\(PlanText.summary(of: drawing.plan))\n\(files.joined(separator: "\n"))\n")
    }
  }

  /// Shows a plan's file; one that was changed is shown all the same, and that is said first.
  private func view(_ path: String, asJSON: Bool) throws {
    let file = try PlanFile(viewing: path)
    if let change = file.change { Terminal.complain("mirror-audit: \(change)") }
    Terminal.write(
      asJSON ? PlanJSON.text(of: file.plan, files: [path]) : PlanText.text(of: file.plan))
  }
}
