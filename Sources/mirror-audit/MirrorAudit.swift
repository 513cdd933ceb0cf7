internal import ArgumentParser
internal import Reporting

/// The auditor: reads files and writes files, and has no network.
@main
struct MirrorAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mirror-audit",
    abstract: "Finds received invoices whose mirrors are missing, doubled or wrong.",
    discussion: """
      Exit codes: 0 clean (nothing graver than info), 2 findings, 1 failure or bad input, \
      64 wrong usage, 70 the tie-out does not balance: then the tool is wrong, not the books.

      Every option also stands in mirror-audit.toml, which is read from the current folder unless \
      --config names another; the command line goes before it.
      """,
    version: Version.program.version,
    subcommands: [
      RunCommand.self, SnapshotCommand.self, ReportCommand.self, PlanCommand.self,
      ApproveCommand.self, VerifyCommand.self, ExplainCommand.self, DiffCommand.self,
    ],
    defaultSubcommand: nil)
}
