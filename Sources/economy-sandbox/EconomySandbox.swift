internal import ArgumentParser

@main
struct EconomySandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "economy-sandbox")
}
