internal import ArgumentParser
internal import Engine
internal import Foundation
internal import Invoicing
internal import Sandbox

/// Plays the story of the lost invoices.
struct StoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story",
    abstract: "Play the story of the lost invoices over HTTP, and leave what it leaves.",
    discussion: """
      DIR gets books.sqlite (to 'serve' on), mirror-engine.toml (ready but for the address), \
      journal.sqlite (the tries of the engines of old), extract/ (to be audited), and in it \
      truth-findings.csv and truth-tieout.csv: what an audit must find. What stood there under \
      these names is replaced.
      """)

  @Option(help: ArgumentHelp("The folder that gets all of it.", valueName: "dir"))
  var out: String

  func run() async throws {
    do {
      let folder = try StoryFolder(out)
      let end = try await folder.play { Self.tell($0) }
      try folder.writeJournal(end)
      try folder.writeConfiguration()
      let truth = try await folder.writeExtract(end)
      try folder.closeJournal()
      Self.tell("Written to \(out); the truth has \(truth.findings.count) findings.")
    } catch {
      throw Failure.end(error)
    }
  }

  /// At once, also where the output is a pipe.
  private static func tell(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
