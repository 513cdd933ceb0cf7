internal import Auditing
internal import Foundation
internal import Invoicing
internal import Planning
internal import Reporting
internal import TOMLKit

/// What `mirror-audit.toml` says; an option on the command line goes before it.
struct Configuration {
  /// The name of the file that is read from the current folder where `--config` names none.
  static let defaultName = "mirror-audit.toml"

  var extract: String?
  var out: String?
  var workspace: String?
  var formats: [ReportFormat]?
  var quarantine: Bool?
  var json: Bool?
  var settings = Settings()
  var plan: Bool?
  var idempotency: IdempotencyMode?
  /// An `execution.xml`, to be told of in the findings that it mended.
  var execution: String?
  var approvedBy: String?
  var standing: [PlanningSettings.Standing] = []

  /// The configuration in a file; without a name the default one, if it is there.
  ///
  /// Paths in the file are relative to its folder.
  static func load(_ named: String?) throws(ConfigurationError) -> Self {
    let path = named ?? defaultName
    guard FileManager.default.fileExists(atPath: path) else {
      if named == nil { return Self() }
      throw ConfigurationError(path: path, detail: "there is no such file")
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ConfigurationError(path: path, detail: "it cannot be read as UTF-8 text")
    }
    return try read(text, path)
  }

  private static func read(_ text: String, _ path: String) throws(ConfigurationError) -> Self {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw ConfigurationError(
        path: path, detail: "line \(place.line), column \(place.column): \(error.description)")
    } catch {
      throw ConfigurationError(path: path, detail: "\(error)")
    }
    var keys = ConfigurationTable(table, path: path, section: "")
    var configuration = Self()
    configuration.extract = try keys.path("extract")
    configuration.out = try keys.path("out")
    configuration.workspace = try keys.path("workspace")
    configuration.quarantine = try keys.flag("quarantine")
    configuration.json = try keys.flag("json")
    configuration.formats = try keys.words("format", of: ReportFormat.allCases.map(\.rawValue))?
      .compactMap(ReportFormat.init(rawValue:))
    configuration.plan = try keys.flag("plan")
    configuration.execution = try keys.path("execution")
    configuration.idempotency = try keys.mode("idempotency")
    if var approve = try keys.table("approve") {
      try configuration.readApprovals(&approve)
      try approve.refuseOthers()
    }
    if var rules = try keys.table("rules") {
      try configuration.readRules(&rules)
      try rules.refuseOthers()
    }
    try keys.refuseOthers()
    return configuration
  }

  private mutating func readRules(_ keys: inout ConfigurationTable) throws(ConfigurationError) {
    if let days = try keys.number("grace-days", 0...3650) { settings.graceDays = days }
    if let minutes = try keys.number("retry-window-minutes", 0...525_600) {
      settings.retryWindowMinutes = minutes
    }
    if let tolerance = try keys.number("amount-tolerance", 0...1_000_000_000) {
      settings.amountTolerance = Int64(tolerance)
    }
    if let kinds = try keys.words("skip", of: LineKind.allCases.map(\.name)) {
      settings.skippedKinds = LineKind.allCases.filter { kinds.contains($0.name) }
    }
  }
}
