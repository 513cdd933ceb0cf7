internal import ArgumentParser

/// The engine: reads and writes the economy system, and never judges.
@main
struct MirrorEngine: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mirror-engine",
    abstract:
      "Mirrors received invoices to the end customers, and reads the books for the auditor.",
    discussion: """
      The economy system, its companies and all settings stand in mirror-engine.toml, which is \
      read from the current folder unless --config names another. The token stands in the \
      environment as MIRROR_ENGINE_TOKEN, or in the file that 'token-file' names.
      """,
    version: version,
    subcommands: [
      RunCommand.self, ExecuteCommand.self, ExtractCommand.self, JournalCommand.self,
    ],
    defaultSubcommand: nil)
}
