internal import ArgumentParser
internal import Engine

/// Prints the journal.
struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Print what the engine has begun and how it ended, by received invoice.")

  @OptionGroup var common: SharedOptions

  @Flag(help: "Print JSON for a script instead of text for a person.")
  var json = false

  func run() async throws {
    try await Failure.reported {
      let report = JournalReport(try JournalReader(path: try common.load().journal))
      if json {
        try report.json { Terminal.write($0) }
      } else {
        try report.text { Terminal.write($0) }
      }
    }
  }
}
