internal import Engine
internal import Foundation
internal import Invoicing
internal import Sandbox

/// The folder that the story leaves.
struct StoryFolder {
  private let folder: URL

  /// Makes the folder where there is none, and takes away what an earlier story left.
  init(_ path: String) throws {
    folder = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw StoryFolderError(path: path, reason: error.localizedDescription)
    }
    for file in ["books.sqlite", "journal.sqlite"] {
      for name in [file, "\(file)-wal", "\(file)-shm", "\(file).lock"] { try remove(name) }
    }
  }

  private func remove(_ name: String) throws {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    try FileManager.default.removeItem(at: file)
  }

  /// Leaves of the journal the journal alone: who reads it cannot close its log, who writes can.
  func closeJournal() throws {
    do { _ = try Journal(path: path("journal.sqlite")) }
    try remove("journal.sqlite.lock")
  }

  func play(narrate: @Sendable (String) -> Void) async throws -> Story.End {
    let store = try SandboxStore(path: path("books.sqlite"))
    defer { store.close() }
    return try await Story.play(into: store, narrate: narrate)
  }

  func writeJournal(_ end: Story.End) throws {
    let journal = try Journal(path: path("journal.sqlite"))
    try journal.append(foreign: end.attempts)
  }

  func writeConfiguration() throws {
    let text = EngineConfigurationText.text(companies: Story.companies)
    try Data(text.utf8).write(to: folder.appending(path: "mirror-engine.toml"), options: .atomic)
  }

  /// The extract, read over the API as `mirror-engine extract` reads it, and beside it the truth.
  func writeExtract(_ end: Story.End) async throws -> StoryTruth {
    let store = try SandboxStore(path: path("books.sqlite"))
    defer { store.close() }
    let (config, extract) = (path("mirror-engine.toml"), path("extract"))
    try await Story.serve(store) { address, token in
      let token = try EngineToken(token, from: "the story")
      let configuration = try EngineConfiguration.load(
        config, address: address)
      _ = try await Extraction(
        configuration, token: token, context: EngineContext(clock: StoppedClock(moment: Story.end))
      ).run(to: extract)
    }
    let truth = try StoryTruth(TruthLog(store), takenAt: end.takenAt)
    for (name, table) in [
      ("truth-findings.csv", truth.findingsTable), ("truth-tieout.csv", truth.tieOutTable),
    ] {
      try Data(table.utf8).write(
        to: folder.appending(path: "extract/\(name)"), options: .atomic)
    }
    return truth
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// The folder cannot be made.
private struct StoryFolderError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String {
    "the folder \(path) cannot be made (\(reason)): name another with --out"
  }
}

/// Stands where the story ends: the extract shows that moment.
private struct StoppedClock: EngineClock {
  let moment: Moment

  func now() -> Moment { moment }

  func sleep(until later: Moment) async throws {
    try await Task.sleep(for: .microseconds(later.microseconds - moment.microseconds))
  }
}
