internal import ArgumentParser

/// Snapshots an extract, and judges nothing that is printed.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Snapshot an extract without writing reports.")

  @Option(help: ArgumentHelp("The folder of the extract.", valueName: "dir"))
  var extract: String?

  @Flag(help: "Set bad rows aside and snapshot the rest.")
  var quarantine = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Failure.reported {
      let configuration = try common.load()
      guard let extract = extract ?? configuration.extract else {
        throw ValidationError("--extract names the folder of the extract.")
      }
      let flow = AuditFlow(configuration: configuration)
      let audited = try flow.snapshot(
        extract, quarantine: quarantine || configuration.quarantine ?? false)
      try flow.tell(audited, asJSON: common.json)
    }
  }
}
