internal import ArgumentParser
internal import Invoicing
internal import Reporting

/// The options that several commands share, with what the configuration says behind them.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that keeps snapshots and findings. (default: .mirror-audit beside --out)",
      valueName: "dir"))
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The configuration. (default: mirror-audit.toml, if it is there)", valueName: "file"))
  var config: String?

  @Flag(help: "Print JSON for a script instead of text for a person.")
  var json = false

  /// The configuration, with what the command line says of it.
  func load() throws -> Configuration {
    var configuration = try Configuration.load(config)
    if let workspace { configuration.workspace = workspace }
    if json { configuration.json = true }
    return configuration
  }
}

extension Configuration {
  /// Where the reports go.
  var outFolder: String { out ?? "reports" }

  /// Where snapshots and findings are kept.
  var workspaceFolder: String {
    if let workspace { return workspace }
    let parent = outFolder.folderOfPath
    return parent.isEmpty ? ".mirror-audit" : "\(parent)/.mirror-audit"
  }

  /// Whether a script reads what is printed.
  var isForScripts: Bool { json ?? false }

  /// What of the reports is written.
  var reportFormats: Set<ReportFormat> { formats.map(Set.init) ?? Set(ReportFormat.allCases) }
}

/// The formats of a report, as `--format` lists them.
struct FormatList: ExpressibleByArgument {
  let formats: [ReportFormat]

  init?(argument: String) {
    let words = argument.split(separator: ",").map(String.init)
    let formats = words.compactMap(ReportFormat.init(rawValue:))
    guard !formats.isEmpty, formats.count == words.count else { return nil }
    self.formats = formats
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}
