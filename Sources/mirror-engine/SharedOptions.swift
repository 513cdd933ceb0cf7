internal import ArgumentParser
internal import Engine
internal import Foundation

/// The options that several commands share.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration. (default: \(EngineConfiguration.defaultName))", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The economy system's address; goes before the configuration's.", valueName: "url"))
  var address: String?

  func load() throws -> EngineConfiguration {
    try EngineConfiguration.load(config ?? EngineConfiguration.defaultName, address: address)
  }

  func token(for configuration: EngineConfiguration) throws -> EngineToken {
    try configuration.token(environment: ProcessInfo.processInfo.environment)
  }
}
