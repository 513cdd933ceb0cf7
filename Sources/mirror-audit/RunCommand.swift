internal import ArgumentParser
internal import Reporting

/// Snapshots an extract, judges it and writes the reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Snapshot an extract, judge it and write the reports.")

  @Option(help: ArgumentHelp("The folder of the extract.", valueName: "dir"))
  var extract: String?

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

  @Flag(help: "Draw a repair plan too: repair-plan.xml.")
  var plan = false

  @Option(
    help: ArgumentHelp(
      "What became of the last plan, to be told in the findings that it mended. (default: "
        + "execution.xml in --out, if it is there)", valueName: "file"))
  var execution: String?

  @Flag(help: "Set bad rows aside in rejected.csv and audit the rest.")
  var quarantine = false

  @OptionGroup var common: SharedOptions

  func run() throws {
    try Failure.reported {
      var configuration = try common.load()
      if let out { configuration.out = out }
      if let format { configuration.formats = format.formats }
      if let idempotency { configuration.idempotency = idempotency.mode }
      guard let extract = extract ?? configuration.extract else {
        throw ValidationError("--extract names the folder of the extract.")
      }
      if plan { configuration.plan = true }
      if let execution { configuration.execution = execution }
      let flow = AuditFlow(configuration: configuration, writesPlans: true)
      let (audited, files) = try flow.snapshot(
        extract, quarantine: quarantine || configuration.quarantine ?? false
      ) { audited, whenStored in
        (audited, try flow.write(audited, whenWhole: whenStored))
      }
      try flow.conclude(audited, files: files, asJSON: configuration.isForScripts)
    }
  }
}
