internal import ArgumentParser
internal import Workspaces

/// Judges a snapshot again and writes the reports, byte for byte as then.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the reports of a snapshot, the same bytes as then.")

  @Argument(
    help: ArgumentHelp(
      "A snapshot's path, or the beginning of its identity. (default: the latest)",
      valueName: "snapshot"))
  var snapshot: String?

  @Option(
    help: ArgumentHelp("Where the reports are written. (default: reports)", valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "What is written: any of xml, csv, joined by commas. (default: all)", valueName: "formats"))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "How the economy system treats idempotency keys: writes forecast.csv. "
        + "(\(IdempotencyOption.expected))", valueName: "mode"))
  var idempotency: IdempotencyOption?

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      var configuration = try common.load()
      if let out { configuration.out = out }
      if let format { configuration.formats = format.formats }
      if let idempotency { configuration.idempotency = idempotency.mode }
      let flow = AuditFlow(configuration: configuration)
      let workspace = try Workspace.open(configuration.workspaceFolder, create: false)
      let audited = try flow.audit(workspace.snapshot(snapshot), in: workspace)
      let files = try flow.remembering(audited) { try flow.write($0) {} }
      try flow.conclude(audited, files: files, asJSON: configuration.isForScripts)
    }
  }
}

extension Workspace {
  /// The snapshot that is meant; the latest where none is named.
  func snapshot(_ reference: String?) throws -> FoundSnapshot {
    if let reference { return try find(reference) }
    guard let latest = try latest() else { throw WorkspaceError.noSnapshots(path: path) }
    return FoundSnapshot(path: path(of: latest), registered: latest)
  }
}
