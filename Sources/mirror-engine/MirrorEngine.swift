internal import ArgumentParser

@main
struct MirrorEngine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mirror-engine")
}
