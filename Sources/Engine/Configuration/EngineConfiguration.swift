internal import Foundation
package import Invoicing
internal import TOMLKit

/// What `mirror-engine.toml` says.
package struct EngineConfiguration: Hashable, Sendable {
  /// The name of the file that is read from the current folder where `--config` names none.
  package static let defaultName = "mirror-engine.toml"

  package var system: EconomySystemSettings
  package var groupName: String
  package var journal: String
  /// Kinds of lines that cannot be mirrored.
  package var skip: [LineKind] = [.mileage]
  package var retryBudgetSeconds = 300.0
  /// The longest first pause before a request is tried again.
  package var retryPauseSeconds = 0.5
  /// How late the system may list what it has made.
  package var visibleAfterSeconds = 0.0
  /// Nil: unsigned plans run too, if approved.
  package var allowedSigners: String?
  /// How many days old a plan's snapshot may be; nil: of any age.
  package var planMaxAgeDays: Int?
  /// The file itself, for messages.
  package var file: String
  private var tokenFile: String?

  /// Reads a file; paths in it are relative to its folder.
  ///
  /// - Parameter address: goes before the file's.
  /// - Throws: `ConfigurationError`: a key that is unknown, missing or has a value that it cannot
  ///   have.
  package static func load(
    _ path: String = defaultName, address: String? = nil
  ) throws(ConfigurationError) -> Self {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadable(path: path, detail: "it cannot be read as UTF-8 text")
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw .unreadable(
        path: path, detail: "line \(place.line), column \(place.column): \(error.description)")
    } catch {
      throw .unreadable(path: path, detail: "\(error)")
    }
    var keys = ConfigurationTable(table, path: path, section: "")
    return try Self(&keys, address: address)
  }

  private init(
    _ keys: inout ConfigurationTable, address: String?
  ) throws(ConfigurationError) {
    file = keys.file
    guard var systemKeys = try keys.table("economy-system") else {
      throw keys.missing("economy-system", "a table with address and group")
    }
    tokenFile = try keys.path("token-file")
    if let here = try systemKeys.path("token-file") {
      guard tokenFile == nil else {
        throw systemKeys.fault("token-file", "one token-file; it stands above the tables, too")
      }
      tokenFile = here
    }
    system = try EconomySystemSettings(&systemKeys, address: address)
    guard var engine = try keys.table("engine") else {
      throw keys.missing("engine", "a table with group-name")
    }
    groupName = try engine.neededText("group-name", "the group's name in quotes")
    let folder = keys.file.folderOfPath
    journal =
      try engine.path("journal")
      ?? (folder.isEmpty ? "journal.sqlite" : "\(folder)/journal.sqlite")
    try readEngine(&engine)
    try keys.refuseOthers()
  }

  private mutating func readEngine(_ keys: inout ConfigurationTable) throws(ConfigurationError) {
    if let kinds = try keys.words("skip", of: LineKind.allCases.map(\.name)) {
      skip = LineKind.allCases.filter { kinds.contains($0.name) }
    }
    if let seconds = try keys.seconds("retry-budget-seconds", 0...86_400) {
      retryBudgetSeconds = seconds
    }
    if let seconds = try keys.seconds("retry-pause-seconds", 0.001...3600) {
      retryPauseSeconds = seconds
    }
    if let seconds = try keys.seconds("visible-after-seconds", 0...86_400) {
      visibleAfterSeconds = seconds
    }
    allowedSigners = try keys.path("allowed-signers")
    planMaxAgeDays = try keys.number("plan-max-age-days", 0...36_500)
    try keys.refuseOthers()
  }

  /// The token: `MIRROR_ENGINE_TOKEN` of the environment, else what `token-file` holds.
  ///
  /// - Throws: `ConfigurationError`: there is none, it is none, or others may read its file.
  package func token(environment: [String: String]) throws(ConfigurationError) -> EngineToken {
    if let value = environment["MIRROR_ENGINE_TOKEN"] {
      return try EngineToken(value, from: "MIRROR_ENGINE_TOKEN")
    }
    guard let tokenFile else { throw .noToken(path: file) }
    return try EngineToken(file: tokenFile)
  }
}
