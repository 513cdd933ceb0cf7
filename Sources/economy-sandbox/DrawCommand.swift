internal import ArgumentParser
internal import Foundation
internal import Sandbox

/// Draws a group's invoices straight into books.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a group's received invoices and their sources straight into books.",
    discussion: """
      The group is company 1, the consulting companies are 2, 3, …; nothing is mirrored yet. \
      Prints a mirror-engine.toml that fits, ready but for the address. The same size and seed \
      give the same books.
      """)

  @Option(help: ArgumentHelp("The books: a file, made where there is none.", valueName: "file"))
  var db: String

  @Option(help: ArgumentHelp("How many received invoices.", valueName: "number"))
  var invoices = 100

  @Option(help: ArgumentHelp("Which invoices.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("How many consulting companies.", valueName: "number"))
  var companies = 3

  @Option(help: ArgumentHelp("Write the books as an extract, too.", valueName: "dir"))
  var extract: String?

  @Option(
    help: ArgumentHelp(
      "Write the configuration there instead of printing it.", valueName: "file"))
  var config: String?

  func validate() throws {
    guard (0...10_000_000).contains(invoices) else {
      throw ValidationError("--invoices: expected a number from 0 to 10000000")
    }
    guard (1...1000).contains(companies) else {
      throw ValidationError("--companies: expected a number from 1 to 1000")
    }
  }

  func run() async throws {
    do {
      let machine = try draw()
      if let extract { try BookExtract(machine).write(to: extract) }
      try tell()
    } catch {
      throw Failure.end(error)
    }
  }

  private func draw() throws -> SandboxMachine {
    let store = try SandboxStore(path: db)
    defer { store.close() }
    var draw = try BookDraw(
      into: try SandboxOpening().open(store), invoices: invoices, companies: companies,
      seed: seed)
    while true {
      let changes = try draw.next(2000)
      if changes.isEmpty { break }
      try store.write(changes, [])
    }
    return draw.machine
  }

  private func tell() throws {
    let text = EngineConfigurationText.text(companies: companies)
    guard let config else {
      FileHandle.standardOutput.write(Data(text.utf8))
      return
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: config), options: .atomic)
  }
}
