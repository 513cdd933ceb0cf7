internal import ArgumentParser
internal import Auditing
internal import Reporting
internal import Workspaces

/// Tells what changed from one snapshot to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what changed from one snapshot to another.")

  @Argument(
    help: ArgumentHelp(
      "The earlier snapshot: its path, or the beginning of its identity.", valueName: "a"))
  var before: String

  @Argument(help: ArgumentHelp("The later snapshot.", valueName: "b"))
  var after: String

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      let workspace = try Workspace.open(configuration.workspaceFolder, create: false)
      let flow = AuditFlow(configuration: configuration)
      let audits = try [before, after].map { reference in
        Auditor.audit(
          try flow.books(of: workspace.snapshot(reference), in: workspace), configuration.settings)
      }
      let difference = BooksDifference(from: audits[0], to: audits[1])
      Terminal.write(
        configuration.isForScripts
          ? BooksDifferenceJSON.text(of: difference)
          : BooksDifferenceText.text(of: difference, style: Terminal.style))
    }
  }
}
