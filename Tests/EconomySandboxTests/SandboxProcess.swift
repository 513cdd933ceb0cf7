import Foundation

/// The built program, run as its user runs it.
final class SandboxProcess {
  let folder: Folder
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private(set) var address = ""

  /// Serves on a free port; returns when it is ready.
  init(_ options: [String] = [], in folder: Folder) throws {
    self.folder = folder
    process.executableURL = Self.executable
    process.arguments =
      ["serve", "--port", "0", "--db", "books.sqlite", "--token", SandboxClient.token] + options
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    address = text.trimmingCharacters(in: .newlines)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var port: Int { Int(address.split(separator: ":").last ?? "") ?? 0 }

  /// Sends a signal and waits for the end.
  func end(_ signal: Int32 = SIGTERM) -> (code: Int32, errors: String) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// A request with the token, to a path under company 1.
  func ask(
    _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
    token: String? = SandboxClient.token
  ) async throws -> SandboxClient.Reply {
    try await client.ask(method, path, body, headers: headers, token: token)
  }

  var client: SandboxClient { SandboxClient(address: address) }

  /// Runs another command of the program until it ends.
  static func run(
    _ arguments: [String], in folder: Folder
  ) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: text, as: UTF8.self),
      String(decoding: complaints, as: UTF8.self)
    )
  }

  /// Beside the test bundle.
  private static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "economy-sandbox")
  }
}
