internal import ArgumentParser

/// An economy system to break on purpose.
@main
struct EconomySandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "economy-sandbox",
    abstract: "An economy system to break on purpose: for tests, demonstrations and a first try.",
    discussion: "Exit codes: 0 done, 1 failure or bad input, 64 wrong usage.",
    subcommands: [ServeCommand.self, DrawCommand.self, StoryCommand.self])
}
